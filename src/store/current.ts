/** Which of several reports of one agency and year counts. Pure, the same in every engine. */

export interface Version {
  readonly id: number;
  readonly publishedDate: string | null;
}

/**
 * The current one of versions in order of arrival: the later publication date, and where dates are equal or one is not
 * known, the later arrival. Null for none.
 */
export function currentOf(versions: readonly Version[]): number | null {
  let current: Version | null = null;
  for (const version of versions) {
    const older = current?.publishedDate && version.publishedDate && version.publishedDate < current.publishedDate;
    if (!older) current = version;
  }
  return current?.id ?? null;
}
