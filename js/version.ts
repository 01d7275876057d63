/** Version of the package; `tests/js/package.test.mjs` holds it to package.json and Cargo.toml. */
export const version = '0.1.0';
