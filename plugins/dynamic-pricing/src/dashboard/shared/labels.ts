import type { Labels } from '@efi/plugin-kit/dashboard';
import { msg } from '@lingui/core/macro';

export const kinds: Labels = {
    'flash-sale': { text: msg`Flash sale` },
    'happy-hours': { text: msg`Happy hours` },
    'end-of-season': { text: msg`End of season` },
    stock: { text: msg`Stock and age` },
    demand: { text: msg`Demand` },
    competitor: { text: msg`Competitors` },
    'cost-plus': { text: msg`Cost plus` },
    'customer-group': { text: msg`Customer group` },
    bundle: { text: msg`Bundle` },
    elasticity: { text: msg`Elasticity` },
};

export const kindUses: Labels = {
    'flash-sale': { text: msg`From start to end, to the second. Shoppers see a countdown.` },
    'happy-hours': { text: msg`Every week, on the same days and at the same hours.` },
    'end-of-season': { text: msg`Moves evenly from one change to the other between start and end.` },
    stock: { text: msg`When there is much or little of it, or when it has been in the shop for long.` },
    demand: { text: msg`By this week’s sales over the mean week of the eight before.` },
    competitor: { text: msg`Follows what competitors ask, as far as it is known and fresh.` },
    'cost-plus': { text: msg`Puts a markup on the cost.` },
    'customer-group': {
        text: msg`For members of a group, who are told why. It never raises a price. Prices take effect in automatic mode.`,
    },
    bundle: { text: msg`From the prices of the parts of a set.` },
    elasticity: {
        text: msg`The price of highest expected margin, where cost and sales of two years are enough to tell; otherwise nothing changes.`,
    },
};

export const modes: Labels = {
    recommend: { text: msg`Recommend`, variant: 'secondary' },
    approve: { text: msg`Approve`, variant: 'warning' },
    automatic: { text: msg`Automatic`, variant: 'success' },
};

export const modeUses: Labels = {
    recommend: { text: msg`Runs write down what they would do. No price changes.` },
    approve: { text: msg`Runs propose prices; each waits until somebody approves it.` },
    automatic: { text: msg`Runs change prices at once, within the guards.` },
};

export const runStates: Labels = {
    pending: { text: msg`Waiting for a worker`, variant: 'secondary' },
    running: { text: msg`Running`, variant: 'default' },
    completed: { text: msg`Completed`, variant: 'success' },
    cancelled: { text: msg`Cancelled`, variant: 'outline' },
    failed: { text: msg`Failed`, variant: 'destructive' },
    'rolled-back': { text: msg`Rolled back`, variant: 'warning' },
};

export const decisionStates: Labels = {
    recommended: { text: msg`Recommended`, variant: 'secondary' },
    waiting: { text: msg`Waits for approval`, variant: 'warning' },
    applied: { text: msg`Applied`, variant: 'success' },
    rejected: { text: msg`Rejected`, variant: 'outline' },
    'rolled-back': { text: msg`Rolled back`, variant: 'warning' },
    overtaken: { text: msg`Overtaken`, variant: 'outline' },
};

export const lostReasons: Labels = {
    outranked: { text: msg`a rule of higher priority had decided already` },
    'not-now': { text: msg`it has no effect at this time` },
    'condition-not-met': { text: msg`its condition is not met` },
    'stock-unknown': { text: msg`the stock is not known` },
    'demand-unknown': { text: msg`there are no sales to compare with` },
    'cost-unknown': { text: msg`the cost is not known` },
    'competitors-too-few-or-stale': { text: msg`too few competitors’ prices are fresh` },
    'component-price-unknown': { text: msg`a part of the set has no price` },
    'elasticity-insufficient-data': { text: msg`insufficient data` },
    'no-number': { text: msg`it gave no number` },
    'may-not-lower': { text: msg`it may not lower prices` },
    'may-not-raise': { text: msg`it may not raise prices` },
};

export const guardNames: Labels = {
    locked: { text: msg`Locked price` },
    'no-number': { text: msg`No number` },
    floor: { text: msg`Floor` },
    ceiling: { text: msg`Ceiling` },
    movement: { text: msg`Greatest change` },
    rounding: { text: msg`Rounding` },
};

export const roundings: Labels = {
    none: { text: msg`None` },
    charm: { text: msg`To end in .99` },
    cash5: { text: msg`To 0.05` },
    cash10: { text: msg`To 0.10` },
    whole: { text: msg`To whole units` },
};

export const alertKinds: Labels = {
    'feed-refused': { text: msg`A delivery was not taken`, variant: 'destructive' },
    'feed-stale': { text: msg`A feed is stale`, variant: 'warning' },
    'run-failed': { text: msg`A run failed`, variant: 'destructive' },
    stopped: { text: msg`Pricing is stopped`, variant: 'destructive' },
    'floor-over-guard': { text: msg`The floor won over another guard`, variant: 'warning' },
};

/** Why a delivery of prices was not taken. */
export const deliveryProblems: Labels = {
    empty: { text: msg`It was empty.` },
    half: { text: msg`It had far fewer rows than the last good one.` },
    'mostly-bad': { text: msg`Most of its rows were bad.` },
    unreachable: { text: msg`The address did not answer.` },
    'address-not-allowed': { text: msg`The address is not a public one.` },
    'not-found': { text: msg`There is nothing at the address.` },
    'too-large': { text: msg`It was too large.` },
    'too-slow': { text: msg`It took too long.` },
};

/** Why a row was not taken. */
export const rowReasons: Labels = {
    'sku-missing': { text: msg`no SKU` },
    'sku-unknown': { text: msg`the SKU is not known here` },
    formula: { text: msg`a spreadsheet’s formula` },
    'amount-not-a-number': { text: msg`the amount is no number` },
    'amount-not-positive': { text: msg`the amount is not above 0` },
    'amount-too-large': { text: msg`the amount is too large` },
    'wrong-currency': { text: msg`another currency` },
    'likely-cents-for-units': { text: msg`looks like cents instead of units` },
    'likely-units-for-cents': { text: msg`looks like units instead of cents` },
    'competitor-missing': { text: msg`no competitor` },
    'observed-in-the-future': { text: msg`seen in the future` },
    'observed-too-long-ago': { text: msg`seen too long ago` },
    'date-not-readable': { text: msg`the date can’t be read` },
    repeated: { text: msg`the same as an earlier row` },
};

/** Why a variant's past can't tell what a rule would have done. */
export const untoldReasons: Labels = {
    'too-few-weeks': { text: msg`Too few weeks with sales` },
    'weeks-without-sales': { text: msg`Too many weeks without sales` },
    'too-little-price-variation': { text: msg`The price hardly ever moved` },
    'price-moves-with-controls': { text: msg`The price moved with something else` },
    'interval-too-wide': { text: msg`Sales say too little about the price` },
    'cost-unknown': { text: msg`Cost not known` },
    'prices-never-seen': { text: msg`The rule’s or today’s price was never seen` },
};

/** Why a kind of rule can't be replayed. */
export const replayProblems: Labels = {
    'inputs-not-on-record': {
        text: msg`This kind can’t be simulated: what it works on, such as past stock or competitors’ past prices, is not on record.`,
    },
    'only-part-of-a-week': {
        text: msg`This kind can’t be simulated: it holds for some hours only, and sales are known by the week.`,
    },
    'only-some-shoppers': {
        text: msg`This kind can’t be simulated: it holds for some shoppers only, and sales are known of all.`,
    },
};
