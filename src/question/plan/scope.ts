/** Which reports a plan is about. */
import { z } from 'zod';
import { FormId } from '../../report/report.ts';

/** Names as the catalog and the list of divisions write them; null where the question left that level open. */
export const RegionFilter = z.object({
  province: z.string().nullable().default(null),
  city: z.string().nullable().default(null),
  county: z.string().nullable().default(null),
});
export type RegionFilter = z.infer<typeof RegionFilter>;

/** Of a body: that of the division it belongs to; towns and subdistricts are below counties. */
export const Level = z.enum(['province', 'city', 'county', 'township']);
export type Level = z.infer<typeof Level>;

/** Which reports. An empty list does not restrict. Lists are alternatives; the members restrict together. */
export const Scope = z.object({
  /** Agency keys of the catalog. */
  agencies: z.array(z.string()).default([]),
  /** Agency keys that are left out of all the rest ("other than Ankang"). */
  except: z.array(z.string()).default([]),
  /** Department kinds that are left out: departments of a level (县级部门) are not its governments. */
  exceptKinds: z.array(z.string()).default([]),
  regions: z.array(RegionFilter).default([]),
  /** Department kinds of index/kinds.json ("science", "government"). */
  kinds: z.array(z.string()).default([]),
  /** Levels of the bodies (省级, "county-level agencies"), as against the places that they are in. */
  levels: z.array(Level).default([]),
  years: z.array(z.number().int()).default([]),
  /** Where each agency has a year of its own ("Ankang 2020 against Yanchi 2023"): only these reports. */
  pairs: z.array(z.object({ agency: z.string(), year: z.number().int() })).optional(),
  forms: z.array(FormId).default([]),
  /** `earlier`: the version that the current one replaced · `both`: one against the other. */
  versions: z.enum(['current', 'earlier', 'both']).default('current'),
  /** Report ids, where the question is about particular reports (a follow-up, "this report"). */
  reports: z.array(z.string()).default([]),
});
export type Scope = z.infer<typeof Scope>;
