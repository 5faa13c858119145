// What the service makes of its environment: defaults, values, and every way to get them wrong.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type Config, readConfig } from '../../../src/config.ts';

describe('readConfig', () => {
  test('gives defaults that suit a laptop', () => {
    const config = read({});
    assert.equal(config.host, '127.0.0.1');
    assert.equal(config.port, 8080);
    assert.equal(config.zone, 'Asia/Almaty');
    assert.equal(config.bodyLimitBytes, 1_048_576);
    assert.equal(config.rateLimitPerMinute, 0);
    assert.match(config.layoutsDir, /layouts$/);
    assert.match(config.fontsDir, /fonts$/);
    assert.ok(Object.isFrozen(config));
  });

  test('leaves one core to the main thread', () => {
    const workersOn = (cores: number) => read({}, cores).workers;
    assert.deepEqual([1, 2, 8].map(workersOn), [1, 1, 7]);
  });

  test('takes values from the environment and ignores what is not ours', () => {
    const config = read({ HOST: '0.0.0.0', PORT: '0', TOLEM_QUEUE_LIMIT: '7', PATH: '/bin' });
    assert.deepEqual([config.host, config.port, config.queueLimit], ['0.0.0.0', 0, 7]);
  });

  test('reports every wrong variable with its value and rule', () => {
    check({ PORT: 'http' }, ['PORT is "http", but must be a whole number from 0 to 65535.']);
    check({ PORT: '65536' }, ['PORT is "65536", but must be a whole number from 0 to 65535.']);
    check({ TOLEM_WORKERS: '0' }, [
      'TOLEM_WORKERS is "0", but must be a whole number from 1 to 256.',
    ]);
    check({ TOLEM_WORKERS: '1.5' }, [
      'TOLEM_WORKERS is "1.5", but must be a whole number from 1 to 256.',
    ]);
    check({ TOLEM_ZONE: 'Mars' }, [
      'TOLEM_ZONE is "Mars", but must be a time zone of the IANA database, such as Asia/Almaty.',
    ]);
    check({ TOLEM_LOG_LEVEL: 'loud' }, [
      'TOLEM_LOG_LEVEL is "loud", but must be one of ' +
        'trace, debug, info, warn, error, fatal, silent.',
    ]);
    check({ TOLEM_FONTS_DIR: '' }, ['TOLEM_FONTS_DIR is "", but must be the path of a folder.']);
    check({ TOLEM_COLOR: 'red', TOLEM_RATE_LIMIT: '-1' }, [
      'TOLEM_RATE_LIMIT is "-1", but must be a whole number from 0 to 10000000.',
      'TOLEM_COLOR is not a setting. `tolem config` lists the names.',
    ]);
  });

  test('reports times that contradict each other', () => {
    check({ TOLEM_HEADERS_TIMEOUT_MS: '40000' }, [
      'TOLEM_HEADERS_TIMEOUT_MS is "40000", but must be at most TOLEM_REQUEST_TIMEOUT_MS, ' +
        'because the headers are part of the request.',
    ]);
    check({ TOLEM_DRAIN_MS: '15000' }, [
      'TOLEM_DRAIN_MS is "15000", but must be less than TOLEM_SHUTDOWN_MS, of which it is a part.',
    ]);
  });

  test('tells for each setting its value, where it came from and what it is', () => {
    const reading = readConfig({ PORT: '9090' }, 2);
    assert.ok(reading.ok);
    const port = reading.settings.find(({ variable }) => variable === 'PORT');
    assert.deepEqual(port, {
      variable: 'PORT',
      value: 9090,
      origin: 'environment',
      about: 'Port to listen on; 0 takes a free one.',
    });
    assert.ok(reading.settings.every(({ about }) => about.endsWith('.')));
    assert.equal(reading.settings.filter(({ origin }) => origin === 'environment').length, 1);
  });
});

function read(environment: Record<string, string>, cores = 2): Config {
  const reading = readConfig(environment, cores);
  assert.ok(reading.ok, JSON.stringify(reading));
  return reading.config;
}

function check(environment: Record<string, string>, expected: readonly string[]): void {
  const reading = readConfig(environment, 2);
  assert.ok(!reading.ok);
  assert.deepEqual(
    reading.problems.map(({ message }) => message),
    expected,
  );
}
