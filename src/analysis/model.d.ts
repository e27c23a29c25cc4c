/** A trained model's file: the bundler and the test runner load its bytes. */
declare module "*.model" {
  const bytes: Uint8Array;
  export default bytes;
}
