export type { BehaviourOptions } from './behaviour.options';
export { BehaviourPlugin } from './behaviour.plugin';
export { behaviourMigrations } from './infrastructure/behaviour.migrations';
export { cleanBehaviourTask } from './infrastructure/clean-behaviour.task';
export { CustomerBehaviour } from './infrastructure/customer-behaviour';
export { ActRecorder } from './infrastructure/events/act-recorder';
