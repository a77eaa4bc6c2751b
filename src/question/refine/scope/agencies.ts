/** Which agencies a body's name can mean, and in which order they are offered. */
import type { CatalogAgency } from '../../catalog.ts';
import type { Hearing } from '../../hearing.ts';
import type { Body } from '../../rules/bodies/body.ts';

/** Agencies that the body's name can mean; beside an earlier turn, those of the same kind as its agency. */
export function ownOf(body: Body, likely: readonly CatalogAgency[]): readonly CatalogAgency[] {
  if (body.agencies.length < 2 || body.by === 'name') return body.agencies;
  const kinds = new Set(likely.map(({ kind }) => kind));
  const places = likely.map(({ region }) => JSON.stringify(region));
  const alike =
    body.by === 'region'
      ? body.agencies.filter(({ kind }) => kind !== null && kinds.has(kind))
      : body.agencies.filter(({ region }) => places.includes(JSON.stringify(region)));
  return alike.length > 0 ? alike : body.agencies;
}

export function anyone({ context }: Hearing, years: readonly number[]): readonly CatalogAgency[] {
  return years.length === 0
    ? context.catalog.agencies
    : context.catalog.agencies.filter((agency) => agency.years.some((year) => years.includes(year)));
}

/** Agencies that have a report of the years asked for come first. */
export function byYear(agencies: readonly CatalogAgency[], years: readonly number[]): readonly CatalogAgency[] {
  const fits = (agency: CatalogAgency) => years.length === 0 || agency.years.some((year) => years.includes(year));
  return [...agencies.filter(fits), ...agencies.filter((agency) => !fits(agency))];
}

/** Of what kind the other bodies of the question are: 盐池科技局和彭阳 means two science bureaus. */
export function kindred({ bodies }: Hearing, body: Body): CatalogAgency[] {
  return bodies.filter((each) => each !== body && each.by === 'name').flatMap(({ agencies }) => agencies);
}
