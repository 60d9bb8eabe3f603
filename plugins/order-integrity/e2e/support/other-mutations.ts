const names = (text: string) => text.trim().split(/\s+/);

/** Mutations of the Shop API that change no order. */
export const otherShopMutations = names(`
    createCustomerAddress deleteCustomerAddress logout refreshCustomerVerification registerCustomerAccount
    requestPasswordReset requestUpdateCustomerEmailAddress updateCustomer updateCustomerAddress
    updateCustomerEmailAddress updateCustomerPassword
`);

/**
 * Mutations of the Admin API that change no order. A note is an entry of its own in the order's history; a new
 * draft is nobody else's yet; an administrator who signs in has no cart.
 */
export const otherAdminMutations = names(`
    addCustomersToGroup addMembersToZone addNoteToCustomer addNoteToOrder addOptionGroupToProduct
    assignAssetsToChannel assignCollectionsToChannel assignFacetsToChannel assignPaymentMethodsToChannel
    assignProductOptionGroupsToChannel assignProductVariantsToChannel assignProductsToChannel
    assignPromotionsToChannel assignRoleToAdministrator assignShippingMethodsToChannel
    assignStockLocationsToChannel authenticate cancelJob createAdministrator createApiKey createAssets
    createChannel createCollection createCountry createCustomer createCustomerAddress createCustomerGroup
    createDraftOrder createFacet createFacetValue createFacetValues createPaymentMethod createProduct
    createProductOption createProductOptionGroup createProductVariants createPromotion createProvince
    createRole createSeller createShippingMethod createStockLocation createTag createTaxCategory
    createTaxRate createZone deleteAdministrator deleteAdministrators deleteApiKeys deleteAsset deleteAssets
    deleteChannel deleteChannels deleteCollection deleteCollections deleteCountries deleteCountry
    deleteCustomer deleteCustomerAddress deleteCustomerGroup deleteCustomerGroups deleteCustomerNote
    deleteCustomers deleteFacet deleteFacetValues deleteFacets deleteOrderNote deletePaymentMethod
    deletePaymentMethods deleteProduct deleteProductOption deleteProductOptionGroup
    deleteProductOptionGroups deleteProductVariant deleteProductVariants deleteProducts deletePromotion
    deletePromotions deleteProvince deleteRole deleteRoles deleteSeller deleteSellers deleteShippingMethod
    deleteShippingMethods deleteStockLocation deleteStockLocations deleteTag deleteTaxCategories
    deleteTaxCategory deleteTaxRate deleteTaxRates deleteZone deleteZones duplicateEntity flushBufferedJobs
    importProducts login logout moveCollection reindex removeCollectionsFromChannel removeCustomersFromGroup
    removeFacetsFromChannel removeMembersFromZone removeOptionGroupFromProduct
    removePaymentMethodsFromChannel removeProductOptionGroupsFromChannel removeProductVariantsFromChannel
    removeProductsFromChannel removePromotionsFromChannel removeSettledJobs removeStockLocationsFromChannel
    rotateApiKey runPendingSearchIndexUpdates runScheduledTask setEfiPickUpDetails setEfiPickUpPlace setSettingsStoreValue setSettingsStoreValues
    updateActiveAdministrator updateAdministrator updateApiKey updateAsset updateChannel updateCollection
    updateCountry updateCustomer updateCustomerAddress updateCustomerGroup updateCustomerNote updateFacet
    updateFacetValue updateFacetValues updateGlobalSettings updateOrderNote updatePaymentMethod
    updateProduct updateProductOption updateProductOptionGroup updateProductVariant updateProductVariants
    updateProducts updatePromotion updateProvince updateRole updateScheduledTask updateSeller
    updateShippingMethod updateStockLocation updateTag updateTaxCategory updateTaxRate updateZone
`);
