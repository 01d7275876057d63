/** Where dates lie on the scale of time. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stretch } from 'copydesk/dates';

const day = (iso) => Date.parse(iso) / 864e5;

test('a date has a place, whatever its grain', () => {
  const places = {
    1970: [0, 365],
    1969: [-365, 0],
    '196X': [-3653, 0],
    '19XX': [-25567, 10957],
    '1970-02': [31, 59],
    '1970-01-02': [1, 2],
    '1970-01-02T06:00': [1.25, 1.25],
    '1970-01-02TNI': [1, 2],
    '1970-Q1': [0, 90],
    '1970-H2': [181, 365],
    '1970-SU': [151, 243],
    '1970-WI': [334, 424],
    '1970-W01': [-3, 4],
    '1970-W01-WE': [2, 4],
    '2024-W10': [day('2024-03-04'), day('2024-03-11')],
    '1970/1971': [0, 730],
    '0099': [day('0099-01-01'), day('0100-01-01')],
  };
  for (const [iso, [start, end]] of Object.entries(places)) assert.deepEqual(stretch(iso), { start, end }, iso);
});

test('what leaves its year open, or is no date, has none', () => {
  for (const iso of ['XXXX-11-08', 'XXXX-WXX-2', 'FY2016', 'P3D', 'T17:50', '1971/1970', '']) assert.equal(stretch(iso), null, iso);
});
