import type { Text } from "#basics";

/** An organisation that accompanies the coalition. */
export interface ObserverOrganisation {
  readonly code: string;
  readonly name: Text;
  /** OIM, IOM; absent where it goes by its name. */
  readonly short?: Text;
  /** 'observer' where the source calls it so, 'participant' where it only tells that it took part. */
  readonly standing: "observer" | "participant";
  /** Absent where no text tells the day. */
  readonly sinceOn?: string;
  readonly source: Text;
}

/** The code of an organisation from its Spanish name: 'El Pozo de Vida' becomes 'el-pozo-de-vida'. */
export function organisationCode(name: string): string {
  return name
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-+|-+$/g, "")
    .slice(0, 40);
}
