namespace PairingLab.AccessControl.Admin.Rights;

/// <summary>What somebody may do in the admin panel; who may is in <see cref="RoleRights"/>.</summary>
public enum AdminAction
{
    /// <summary>See the list of users.</summary>
    SeeUsers,

    /// <summary>Add, edit and delete users.</summary>
    ManageUsers,

    /// <summary>See the list of rules and their details.</summary>
    SeeRules,

    /// <summary>Add, edit and delete rules.</summary>
    ManageRules,

    /// <summary>Keep the BIN table, the currency rates and the whitelist.</summary>
    ManageTables,

    /// <summary>See operations and their details.</summary>
    SeeOperations,

    /// <summary>"Show rule" of an operation or a card.</summary>
    ShowRule,

    /// <summary>"Show transactions" of an operation.</summary>
    ShowTransactions,

    /// <summary>Reverse an operation.</summary>
    ReverseOperation,

    /// <summary>Export the report of operations.</summary>
    ExportOperations,

    /// <summary>See enrolled cards and their details.</summary>
    SeeCards,

    /// <summary>Export the report of enrolled cards.</summary>
    ExportCards,

    /// <summary>Verify, suspend, reactivate and remove enrollments of cards.</summary>
    ManageCards,

    /// <summary>See Terms &amp; Conditions.</summary>
    SeeTerms,

    /// <summary>Add Terms &amp; Conditions and Privacy Policies.</summary>
    ManageTerms,

    /// <summary>See locations with their terminals.</summary>
    SeeLocations,

    /// <summary>Add, edit and delete locations.</summary>
    ManageLocations,

    /// <summary>Add and delete terminals.</summary>
    ManageTerminals,

    /// <summary>Get Pairing Code.</summary>
    GetPairingCode,
}
