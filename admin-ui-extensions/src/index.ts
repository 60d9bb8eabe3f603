export { StoreDashboardPlugin, type StoreDashboardOptions } from './store-dashboard.plugin';
