import { PermissionDefinition } from '@vendure/core';

export const readRecommendations = new PermissionDefinition({
    name: 'ReadEfiRecommendations',
    description:
        'Grants permission to preview recommendations, and to see models, rules and what they achieve',
});

export const manageRecommendations = new PermissionDefinition({
    name: 'ManageEfiRecommendations',
    description: 'Grants permission to change rules, train models, put them in place, and run experiments',
});
