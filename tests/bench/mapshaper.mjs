// `geodata map` beside mapshaper on one file, in turns: `node tests/bench/mapshaper.mjs FILE [options]`.
//
//   --tolerance M   both simplify to this; default 250
//   --runs N        of each, in turns; default 5
//   --ours "..."    more options of `geodata map`, such as, for the postcodes,
//                   "--level any --code code --skip 5028 --sliver 62 --bare"
//   --geodata PATH  the command; default target/release/geodata
//
// Prints the medians of CPU seconds and peak memory, and measures both results in the same way: points, bytes,
// deviation of the source's vertices, borders that cross, ground covered twice or by nobody (along lines 100 m
// apart), parts. Compare numbers of one run only.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { measure, rings } from './quality.mjs';

const MAPSHAPER = '0.7.70';

const [file, ...rest] = process.argv.slice(2);
const option = (name, or) => (rest.includes(name) ? rest[rest.indexOf(name) + 1] : or);
if (!file) {
    console.error('usage: node tests/bench/mapshaper.mjs FILE [--tolerance M] [--runs N] [--ours "OPTIONS"]');
    process.exit(2);
}
const tolerance = Number(option('--tolerance', 250));
const runs = Number(option('--runs', 5));

function installed() {
    const folder = join(tmpdir(), `gka-mapshaper-${MAPSHAPER}`);
    const command = join(folder, 'node_modules/.bin/mapshaper');
    if (!existsSync(command)) {
        mkdirSync(folder, { recursive: true });
        const asked = ['install', '--no-audit', '--no-fund', '--prefix', folder, `mapshaper@${MAPSHAPER}`];
        execFileSync('npm', asked, { stdio: ['ignore', 'ignore', 'inherit'] });
    }
    return command;
}

const folder = mkdtempSync(join(tmpdir(), 'gka-bench-'));
const tools = [
    {
        name: 'geodata',
        out: join(folder, 'geodata.topo.json'),
        command: option('--geodata', 'target/release/geodata'),
        args(out) {
            const own = ['map', file, '--year', '2021', '--tolerance', String(tolerance), '--out', out];
            return own.concat(option('--ours', '').split(' ').filter(Boolean));
        },
    },
    {
        name: 'mapshaper',
        out: join(folder, 'mapshaper.topo.json'),
        command: installed(),
        args: (out) => [file, '-simplify', 'dp', `interval=${tolerance}`, '-o', out, 'format=topojson'],
    },
].map((tool) => ({ ...tool, cpu: [], memory: [] }));

for (let run = 0; run < runs; run++) {
    for (const tool of tools) {
        const timed = ['-f', 'timed %U %S %M', tool.command, ...tool.args(tool.out)];
        const { status, stderr } = spawnSync('/usr/bin/time', timed, { encoding: 'utf8', maxBuffer: 1 << 28 });
        if (status !== 0) {
            console.error(stderr.slice(0, 4000));
            process.exit(1);
        }
        const [user, system, kilobytes] = stderr.match(/timed (\S+) (\S+) (\S+)/).slice(1).map(Number);
        tool.cpu.push(user + system);
        tool.memory.push(kilobytes / 1024);
    }
}

const median = (numbers) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1];
const source = rings(JSON.parse(readFileSync(file, 'utf8')));
const rows = tools.map((tool) => {
    const text = readFileSync(tool.out);
    const measured = measure(source, JSON.parse(text));
    const bytes = { bytes: text.length, brotli: brotliCompressSync(text).length };
    return { 'cpu s': median(tool.cpu), 'peak MB': Math.round(median(tool.memory)), ...bytes, ...measured };
});
console.table(Object.fromEntries(tools.map((tool, index) => [tool.name, rows[index]])));
const ratio = (key) => (rows[0][key] / rows[1][key]).toFixed(3);
console.log(`${runs} runs in turns; cpu ${ratio('cpu s')} x, memory ${ratio('peak MB')} x; parts in the source: ${source.parts}`);
