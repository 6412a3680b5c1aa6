import process from "node:process";

// Libraries choose their build by this word when they are loaded, React among them: left out, every page is drawn by its slow
// build for developers. Whoever starts the platform imports this file before all others.
process.env["NODE_ENV"] ??= process.argv[2] === "dev" ? "development" : "production";
