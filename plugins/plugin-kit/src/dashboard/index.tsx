// Parts of the Dashboard's screens that more than one plugin shows. The name ends in .tsx so that Vite's optimiser,
// which knows no Dashboard, leaves the package alone.
export { ActError } from './act-error';
export { adminQueries } from './admin-queries';
export { Choice } from './choice';
export { ConfirmDialog } from './confirm-dialog';
export { Fact, Facts } from './facts';
export { FormDialog, type FormDialogProps } from './form-dialog';
export { type Label, type Labels, useLabel } from './label';
export { LabelBadge } from './label-badge';
export { LoadFailed } from './load-failed';
export { Loading } from './loading';
export { Age, Day, Moment } from './moment';
export { ReasonDialog, type ReasonDialogProps } from './reason-dialog';
export { type Column, RecordTable } from './record-table';
export { ShowMore } from './show-more';
