export * from './my-feature.plugin';
export type { MyFeatureOptions } from './my-feature.options';
export { myFeatureMigrations } from './infrastructure/migrations';
