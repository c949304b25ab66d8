using PairingLab.AccessControl.Storage;

namespace PairingLab.AccessControl.Services;

/// <summary>What became of saving a ruleset.</summary>
/// <param name="Id">Its id; 0 when it was not saved.</param>
/// <param name="Other">As somebody else has saved or deleted it meanwhile; null when nobody has, or there is none.</param>
/// <param name="Changes">What others changed since, the latest first.</param>
public sealed record RuleSaved(long Id, RulesetRow? Other, IReadOnlyList<RuleChangeRow> Changes);
