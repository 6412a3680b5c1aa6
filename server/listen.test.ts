import { Hono } from "hono";
import { afterAll, beforeAll, expect, test } from "vitest";
import { listen } from "./listen.ts";

let server: Awaited<ReturnType<typeof listen>>;
beforeAll(async () => {
  const echo = new Hono().get("/", (c) => c.text(c.req.header("x-corett-address") ?? ""));
  server = await listen(echo, { port: 0 });
});
afterAll(() => server.close());

test("the address of the sender is the connection's own, whatever the request claims", async () => {
  expect(await (await fetch(server.url, { headers: { "X-Corett-Address": "203.0.113.9", "X-Forwarded-For": "203.0.113.9" } })).text()).toBe("127.0.0.1");
});
