declare module "libpg-query/wasm/libpg-query.js" {
  /** The part of the compiled parser's interface that we call; pointers are numbers. */
  export interface PostgresModule {
    _malloc(size: number): number;
    _free(pointer: number): void;
    _wasm_parse_query_raw(text: number): number;
    _wasm_free_parse_result(result: number): void;
    lengthBytesUTF8(text: string): number;
    stringToUTF8(text: string, pointer: number, size: number): void;
    UTF8ToString(pointer: number): string;
    getValue(pointer: number, type: "i32"): number;
  }
  const load: (options: { readonly wasmBinary: Uint8Array }) => Promise<PostgresModule>;
  export { load as default };
}
