// Reads the exports of a folder: see .ci/exports.
import fs from 'node:fs';
import path from 'node:path';
import {DuckDBInstance} from '@duckdb/node-api';
import {Model, defaultModel} from '@alephdata/followthemoney';
import graphology from 'graphology';
import gexf from 'graphology-gexf';

const dir = process.argv[2];
const file = name => path.join(dir, name);
let bad = 0;
const expect = (what, ok) => { console.log(`${ok ? 'ok  ' : 'FAIL'} ${what}`); if (!ok) bad++; };

const db = await (await DuckDBInstance.create(':memory:')).connect();
const rows = async sql => (await db.runAndReadAll(sql)).getRowObjectsJson();
const one = async sql => Object.values((await rows(sql))[0])[0];

const tab = "delim='\\t'".replace('\\t', '\t');
const plain = `${tab}, header=false, quote='', escape='', all_varchar=true, strict_mode=true`;
for (const [name, options, columns] of [
  ['gdelt.csv', plain, 61], ['gdelt-mentions.csv', plain, 16],
  ['icews.csv', `${tab}, header=true, strict_mode=true`, 20],
  ['polecat.csv', `${tab}, header=true, nullstr='None', strict_mode=true`, 40],
  ['csv.csv', 'header=true, strict_mode=true', 30], ['csv-statements.csv', 'header=true, strict_mode=true', 15],
  ['csv-facts.csv', 'header=true, strict_mode=true', 13],
]) {
  const described = await rows(`DESCRIBE SELECT * FROM read_csv('${file(name)}', ${options})`);
  const n = Number(await one(`SELECT count(*) FROM read_csv('${file(name)}', ${options})`));
  expect(`DuckDB: ${name}: ${n} rows, ${described.length} columns`, n > 0 && described.length === columns);
}
const icews = await rows(`SELECT typeof("CAMEO Code") AS code, typeof("Event Date") AS day FROM read_csv('${file('icews.csv')}', ${tab}, header=true) LIMIT 1`);
expect(`DuckDB: CAMEO codes are text (${icews[0].code}), days are days (${icews[0].day})`, icews[0].code === 'VARCHAR' && icews[0].day === 'DATE');

const acts = Number(await one(`SELECT count(*) FROM read_json('${file('jsonl.jsonl')}')`));
const parts = await rows(`SELECT count(*) AS n, count(DISTINCT id) AS ids, sum(len(tellings)) AS told, min(typeof(date)) AS day FROM read_parquet('${dir}/parts/*/*/*.parquet', hive_partitioning=true)`);
expect(`DuckDB: Parquet in parts: ${parts[0].n} acts, each once, days are ${parts[0].day}`, Number(parts[0].n) === acts && Number(parts[0].ids) === acts && parts[0].day === 'DATE');
expect('DuckDB: PLOVER has as many objects as there are acts', Number(await one(`SELECT count(*) FROM read_json('${file('plover.jsonl')}')`)) === acts);

const model = new Model(defaultModel);
let entities = 0;
for (const line of fs.readFileSync(file('ftm.jsonl'), 'utf8').trim().split('\n')) {
  const raw = JSON.parse(line);
  const entity = model.getEntity(raw);
  entities++;
  for (const p of Object.keys(raw.properties)) if (!entity.schema.hasProperty(p)) expect(`FollowTheMoney: ${raw.schema} has no ${p}`, false);
  for (const p of entity.schema.required || []) if (!entity.hasProperty(p)) expect(`FollowTheMoney: ${raw.id} needs ${p}`, false);
}
expect(`FollowTheMoney: ${entities} entities`, entities > acts);

const graph = gexf.parse(graphology.Graph || graphology, fs.readFileSync(file('met.gexf'), 'utf8'));
expect(`graphology: GEXF with ${graph.order} nodes and ${graph.size} edges`, graph.order > 1 && graph.size > 0);
for (const name of ['popolo', 'geojson', 'annotation']) expect(`JSON: ${name}`, !!JSON.parse(fs.readFileSync(file(`${name}.json`), 'utf8')));
process.exit(bad ? 1 : 0);
