/**
 * Mocha's `spec` report on the terminal and, when `MOCHA_JSON` names a file, mocha's own `json` report in it.
 * Mocha takes one reporter only; both listen to the same runner here, so their counts can't differ.
 */
'use strict';

const { reporters } = require('mocha');

module.exports = class SpecAndJson extends reporters.Spec {
  constructor(runner, options) {
    super(runner, options);
    const output = process.env.MOCHA_JSON;
    if (output)
      new reporters.JSON(runner, { ...options, reporterOptions: { output }, reporterOption: { output } });
  }
};
