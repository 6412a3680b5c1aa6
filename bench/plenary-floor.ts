import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Pool } from "pg";
import type { ServerWish } from "../test/plenary-process.ts";

// The floor of the plenary's bench: a server that does nothing but insert one row for each question, without actor, rule or
// audit. It comes through the same pool of twelve connections and waits for the same disk.
const { ownerUrl } = JSON.parse(process.env["CORETT_TEST_SERVER"] ?? "{}") as ServerWish; // written by startServer
const pool = new Pool({ connectionString: ownerUrl, max: 12 });
const server = createServer((request, answer) => {
  let body = "";
  request.on("data", (piece: Buffer) => (body += piece.toString()));
  request.on("end", () => {
    pool.query("insert into public.floor (body) values ($1)", [body]).then(
      () => answer.end("kept"),
      () => answer.writeHead(500).end(),
    );
  });
});
server.listen(0, "localhost", () => process.stdout.write(`http://localhost:${(server.address() as AddressInfo).port}\n`)); // a TCP server that listens has one
