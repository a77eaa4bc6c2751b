/** opencc-js ships its dictionaries without types: "traditional simplified" pairs, joined with "|". */
declare module 'opencc-js/dict/TSCharacters' {
  const pairs: string;
  export default pairs;
}
