import { beforeEach } from "vitest";

/** Makes the tests of a file one story: when a step fails, those after it have nothing to stand on and are skipped. */
export function oneStory(): void {
  let isBroken = false;
  beforeEach(({ skip, onTestFailed }) => {
    skip(isBroken, "an earlier step of the story failed");
    onTestFailed(() => {
      isBroken = true;
    });
  });
}
