import { build } from "esbuild";

/** What every bundle of the project has in common. */
export const COMMON_OPTIONS = {
  bundle: true,
  platform: "node",
  target: "node20",
  format: "cjs",
  legalComments: "none",
  loader: { ".model": "binary" },
  logLevel: "warning",
};

/** @param {import("esbuild").BuildOptions} options */
export function bundle(options) {
  return build({ ...COMMON_OPTIONS, ...options });
}
