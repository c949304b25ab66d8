using System.Globalization;
using PairingLab.AccessControl.Admin.Layout;
using PairingLab.AccessControl.Admin.Reports;
using PairingLab.AccessControl.Admin.Rules;
using PairingLab.AccessControl.Storage;

namespace PairingLab.AccessControl.Admin.Operations;

/// <summary>
/// "Export Report". Seed: "Report can be generated in one of two formats: Summary or Detailed". Summary has the columns of the list,
/// Detailed those of the details as well, under the seed's names.
/// </summary>
internal static class OperationReport
{
    public const string Detailed = "detailed";

    private static readonly (string Name, Func<OperationRow, string> Of)[] Summary =
    [
        ("Country of Location", o => o.Country), ("Masked PAN", o => o.MaskedPan), ("Date", o => Cell.Of(o.RequestedAt)), ("Service", o => ServiceName.Of(o.Service)),
        ("Status", o => o.Status), ("Type", o => o.Type),
    ];

    private static readonly (string Name, Func<OperationRow, string> Of)[] Details =
    [
        ("Product", o => o.Product ?? ""), ("Terminal", o => o.Serial), ("Reject error code", o => o.RejectCode ?? ""),
        ("Card auth response code", o => AuthCode(o)), ("ICA ID", o => o.Ica ?? ""), ("ICA name", o => o.IcaName ?? ""),
        ("Last change date", o => Cell.Of(o.ChangedAt)), ("Requested date", o => Cell.Of(o.RequestedAt)), ("Payment", o => o.Payment),
        ("Reversed by", o => o.ReversedBy ?? ""), ("Reversed at", o => Cell.Of(o.ReversedAt)), ("Reversed reason", o => o.ReversedReason ?? ""),
        ("Paid cardholder", o => o.Paid == 1 ? "true" : "false"), ("Free adult guests", o => Cell.Of(o.FreeAdults)), ("Paid adult guests", o => Cell.Of(o.PaidAdults)),
        ("Free children guests", o => Cell.Of(o.FreeChildren + o.YoungChildren)), ("Paid children guests", o => Cell.Of(o.PaidChildren)),
        ("Ruleset ID", o => o.RulesetId == 0 ? "" : Cell.Of(o.RulesetId)), ("Location", o => o.LocationId), ("Operation ID", o => o.Id),
    ];

    public static ReportAnswer Of(OperationDesk desk, OperationFilter filter, string format, string sort, DateTimeOffset at)
    {
        var columns = format == Detailed ? [.. Summary, .. Details] : Summary;
        return new($"operations-{(format == Detailed ? Detailed : "summary")}", sort, at, [.. columns.Select(c => c.Name)], RowsAsync(desk, filter, columns));
    }

    /// <summary>Protocol page: shown as CODE_ and the code.</summary>
    public static string AuthCode(OperationRow operation) => operation.AuthCode is { Length: > 0 } code ? $"CODE_{code}" : "";

    /// <summary>What an entry costs, with its cents and its currency; empty when it is free.</summary>
    public static string Fee(OperationRow operation) => operation is { FeeAmount: { } amount, FeeCurrency: { } currency }
        ? RuleText.Amount(new(decimal.Parse(amount, CultureInfo.InvariantCulture), currency))
        : "";

    private static async IAsyncEnumerable<IReadOnlyList<string>> RowsAsync(OperationDesk desk, OperationFilter filter, (string Name, Func<OperationRow, string> Of)[] columns)
    {
        await foreach (var operation in desk.AllAsync(filter))
        {
            yield return [.. columns.Select(c => c.Of(operation))];
        }
    }
}
