/** Whose report it is, of which year, from where, when it was published, and how to reach the agency. */
import type { Document } from '../document/document.ts';
import type { Names } from '../lexicon/lexicon.ts';
import { readAgency } from './agency.ts';
import { readContact } from './contact.ts';
import { placesIn, readRegion, type Weighed } from './region.ts';
import type { Contact, Region } from './report.ts';
import { proseOf, type ReadSections } from './sections.ts';
import { readPublishedDate, readYear } from './year.ts';

export interface Identity {
  readonly agency: string | null;
  readonly year: number | null;
  readonly title: string | null;
  /** `YYYY-MM-DD`. */
  readonly publishedDate: string | null;
  readonly sourceUrl: string | null;
  readonly region: Region;
  readonly contact: Contact;
}

const source =
  /(?:来源网址|原文链接|原文地址|网页地址|网址链接|信息来源|来源|链接)\s{0,3}[:：]?\s{0,3}<?(https?:\/\/[^\s<>"'）)，。]{8,300})/;
/** Of a long report, the passages that are searched for places. */
const searched = 600;

/** What the document says of itself; unknown is null. Never throws. */
export function readIdentity(document: Document, sections: ReadSections, lexicon: Names): Identity {
  const prose = proseOf(sections);
  const introduction = sections.preamble?.text ?? '';
  // The last section and the introduction say whom to ask; the body may speak of others.
  const passages = [introduction, sections.sections.at(-1)?.text ?? '', ...prose.toReversed(), ...sections.margins];
  const contact = readContact(passages);
  const title =
    sections.title ?? (document.title !== null && /公开.{0,20}报告|年报/.test(document.title) ? document.title : null);
  const { preamble, signature, free, margins } = sections;
  const named: ReadSections = { title, preamble, sections: sections.sections, signature, free, margins };
  const texts: Weighed = [
    [title ?? '', 5],
    [sections.signature?.text ?? '', 5],
    [contact.address ?? '', 3],
    [introduction, 2],
    [sections.margins.join('\n').slice(0, searched), 1],
    [`${contact.website ?? ''} ${document.sourceUrl ?? ''}`, 1],
    [prose.join('\n').slice(0, searched), 1],
  ];
  const places = placesIn(texts, lexicon);
  const around = readRegion(null, places, lexicon);
  const agency = readAgency(named, lexicon, around);
  return {
    agency,
    year: readYear(named, document.title),
    title,
    publishedDate: readPublishedDate(sections),
    sourceUrl: document.sourceUrl ?? first(sections.margins),
    region: readRegion(agency, places, lexicon),
    contact,
  };
}

function first(lines: readonly string[]): string | null {
  for (const line of lines) {
    const found = source.exec(line.slice(0, 2000));
    if (found) return found[1]!;
  }
  return null;
}
