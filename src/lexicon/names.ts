/** Names of places and of bodies: the part of the lexicon that documents are read with. A thread that reads loads no more. */
import { agencyReader } from './agency.ts';
import { type DivisionRow, type Divisions, loadDivisions } from './divisions.ts';
import { json } from './files.ts';
import { type KindRow, type Kinds, loadKinds } from './kinds.ts';
import type { Lexicon, Names } from './lexicon.ts';

interface Parts {
  readonly divisions: Divisions;
  readonly kinds: Kinds;
  readonly agency: Lexicon['agency'];
}

let loaded: Parts | undefined;

/** What the names are read with, once a process. */
export function nameParts(): Parts {
  loaded ??= build();
  return loaded;
}

export function loadNames(): Names {
  const { divisions, agency } = nameParts();
  return { divisionsIn: divisions.in, agency };
}

function build(): Parts {
  const divisions = loadDivisions(json<DivisionRow[]>('regions.json'));
  const kinds = loadKinds(json<KindRow[]>('kinds.json'));
  const { renamed } = json<{ renamed: { from: string; to: string }[] }>('agencies.json');
  return {
    divisions,
    kinds,
    agency: agencyReader(divisions, kinds, new Map(renamed.map(({ from, to }) => [from, to]))),
  };
}
