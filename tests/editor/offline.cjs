// Loaded into the language server before anything else: no connection is made, and none goes unnoticed.
"use strict";

const net = require("node:net");

net.Socket.prototype.connect = function connect(...given) {
  process.stderr.write(`connection refused by the test: ${JSON.stringify(given[0])}\n`);
  throw new Error("the language server must not use the network");
};
