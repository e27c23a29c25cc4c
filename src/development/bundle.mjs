import { build } from "esbuild";

/**
 * Bundles a part of the project for Node, with what all bundles have in common.
 * @param {import("esbuild").BuildOptions} options what this bundle has of its own
 * @returns {Promise<import("esbuild").Metafile>} which files went into it, and how many bytes of each
 */
export async function bundle(options) {
  const { metafile } = await build({
    bundle: true,
    platform: "node",
    target: "node20",
    format: "cjs",
    legalComments: "none",
    loader: { ".model": "binary" },
    logLevel: "warning",
    ...options,
    metafile: true,
  });
  return metafile;
}
