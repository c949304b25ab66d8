namespace PairingLab.Host.Certify;

/// <summary>The check of each rule of SCI, in the order in which each begins near to where the one before has left the POS.</summary>
internal static class RuleChecks
{
    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<RuleCheck> All =
    [
        new("SCIPAIRING02", UnpairedChecks.NameAndLogoAsync),
        new("PL-SCI-01", UnpairedChecks.CodeFieldAsync),
        new("SCIPAIRING09", UnpairedChecks.InstructionsAsync),
        new("PL-SCI-09", UnpairedChecks.InvalidCodeAsync),
        new("PL-SCI-02", UnpairedChecks.NicknameFieldAsync),
        new("PL-SCI-10", UnpairedChecks.ConnectivityFailureAsync),
        new("PL-SCI-15", PairingChecks.ConfirmationCodeAsync),
        new("PL-SCI-04", PairingChecks.CancelButtonAsync),
        new("SCIPAIRING07", PairingChecks.CancelUnpairsAsync),
        new("PL-SCI-03", PairingChecks.TestButtonAsync),
        new("PL-SCI-05", PairedChecks.SuccessMessageAsync),
        new("PL-SCI-06", PairedChecks.NicknameAndIdAsync),
        new("PL-SCI-07", PairedChecks.TidAndTerminalAsync),
        new("PL-SCI-14", PairedChecks.StoredAsync),
        new("SCIPAIRING10", PairedChecks.CheckedOnOpeningAsync),
        new("PL-SCI-13", UnpairingChecks.BaseUrlAsync),
        new("PL-SCI-08", UnpairingChecks.UnpairButtonAsync),
        new("PL-SCI-16", UnpairingChecks.UnpairedStateAsync),
        new("SCIMULTI03", TransactionChecks.CheckedBeforeAsync),
        new("PL-SCI-11", TransactionChecks.RemovedElsewhereAsync),
        new("SCITX01", TransactionChecks.ExactTextAsync),
        new("PL-SCI-12", PairedChecks.NoSecretsAsync),
    ];
}
