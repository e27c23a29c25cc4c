const LIMIT_BYTES = 150 * 1024;

/** What of the analysis the extension host's bundles may hold: the contract's types and plain helpers over them. */
const ENGINE = /^src\/(?:analysis\/(?:analyze\.ts|text\/|names\/|identity\/|quotes\/|sections\/|topics\/|dates\/)|training\/)|\.model$/;

/**
 * Says what is wrong with a bundle that the extension host reads by itself: over 150 KB as it is shipped, or engine code in it, which belongs in the worker.
 * @param {import("esbuild").Metafile} metafile of a build with src/extension.ts or src/across.ts as its only entry
 * @param {{ shipped: boolean }} options shipped: this is the minified bundle, whose size counts
 * @returns {string[]} one line for each problem
 */
export function checkHostBundle(metafile, { shipped }) {
  const outputs = Object.entries(metafile.outputs).filter(([file]) => file.endsWith(".js"));
  return outputs.flatMap(([file, { bytes, inputs }]) => {
    const engine = Object.keys(inputs).filter((input) => ENGINE.test(input) && inputs[input].bytesInOutput > 0);
    return [
      ...(shipped && bytes > LIMIT_BYTES ? [`${file} has ${bytes} bytes; the limit is ${LIMIT_BYTES}.`] : []),
      ...engine.map((input) => `${file} holds ${input}, which belongs in the worker.`),
    ];
  });
}
