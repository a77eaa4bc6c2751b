/** Keeps failures that the PDF library leaves to nobody from ending the process. */

/** How many files are open at the moment. */
let open = 0;

/**
 * On a damaged file the library lets promises of its own fail that nobody waits for, which would end the process. While a
 * PDF is open, and one turn of the event loop longer, its failures are dropped: what it found out comes by other promises, too.
 */
export function guard(): () => void {
  if (open === 0) process.on('unhandledRejection', dropOwn);
  open += 1;
  return () => {
    setImmediate(() => {
      open -= 1;
      if (open === 0) process.off('unhandledRejection', dropOwn);
    });
  };
}

const own = new Set(
  (
    'XRefEntryException XRefParseException MissingDataException FormatError InvalidPDFException AbortException ' +
    'UnknownErrorException ParserEOFException PasswordException ResponseException JpegError JpxError Jbig2Error'
  ).split(' '),
);

/** Another's failure ends the process, as it would without a listener. */
function dropOwn(reason: unknown): void {
  const failure = reason as { name?: string; stack?: string } | null;
  if (own.has(failure?.name ?? '') || failure?.stack?.includes('pdfjs-dist')) return;
  process.nextTick(() => {
    throw reason;
  });
}
