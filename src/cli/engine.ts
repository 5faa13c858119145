// The renderer inside this process: the same resources, the same renderTask and the same guard
// against bugs as in the threads of the service.

import type { Bug } from '../bug.ts';
import { createClock } from '../clock.ts';
import type { Config } from '../config.ts';
import { type Outcome, success } from '../fault.ts';
import { renderTask } from '../render/render-bill.ts';
import { loadResources } from '../render/resources.ts';
import { summariesOf } from '../render/summary.ts';
import { guard } from '../worker/guard.ts';
import type { Engine } from './command.ts';

export async function openEngine(
  config: Config,
  report: (bug: Bug) => void,
): Promise<Outcome<Engine>> {
  const loading = await loadResources(config);
  if (!loading.ok) return loading;
  const resources = loading.value;
  return success({
    layouts: summariesOf(resources.catalogue),
    clock: createClock(config.zone),
    render: (task) => guard(() => renderTask(task, resources), report),
  });
}
