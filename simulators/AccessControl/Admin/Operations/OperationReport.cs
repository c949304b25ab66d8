using System.Globalization;
using PairingLab.AccessControl.Admin.Layout;
using PairingLab.AccessControl.Admin.Reports;
using PairingLab.AccessControl.Admin.Rules;
using PairingLab.AccessControl.Storage;

namespace PairingLab.AccessControl.Admin.Operations;

/// <summary>
/// "Export Report": Summary has the columns of the list, Detailed those of the details as well, under the names of the Access Control
/// description.
/// </summary>
internal static class OperationReport
{
    public const string Detailed = "detailed";

    /// <summary>The formats; the first one when the address names none.</summary>
    public static readonly string[] Formats = ["summary", Detailed];

    private static readonly ReportColumn<OperationRow>[] Summary =
    [
        new("Country of Location", o => o.Country), new("Masked PAN", o => o.MaskedPan), new("Date", o => o.RequestedAt, IsTime: true),
        new("Service", o => ServiceName.Of(o.Service)), new("Status", o => o.Status), new("Type", o => o.Type),
    ];

    private static readonly ReportColumn<OperationRow>[] Details =
    [
        new("Product", o => o.Product), new("Terminal", o => o.Serial), new("Reject error code", o => o.RejectCode),
        new("Card auth response code", AuthCode), new("ICA ID", o => o.Ica), new("ICA name", o => o.IcaName),
        new("Last change date", o => o.ChangedAt, IsTime: true), new("Requested date", o => o.RequestedAt, IsTime: true),
        new("Payment", o => o.Payment), new("Reversed by", o => o.ReversedBy), new("Reversed at", o => o.ReversedAt, IsTime: true),
        new("Reversed reason", o => o.ReversedReason), new("Paid cardholder", o => o.Paid == 1),
        new("Free adult guests", o => o.FreeAdults),
        new("Paid adult guests", o => o.PaidAdults), new("Free children guests", o => o.FreeChildren + o.YoungChildren),
        new("Paid children guests", o => o.PaidChildren), new("Ruleset ID", o => o.RulesetId == 0 ? null : o.RulesetId),
        new("Location", o => o.LocationId), new("Operation ID", o => o.Id),
        new("Entry date", o => EntryOf(o), IsTime: true),
    ];

    public static Report<OperationRow> Of(OperationQueries desk, OperationFilter filter, string format, string fileType,
        DateTimeOffset at) =>
        format == Detailed
            ? new($"operations-{Detailed}", fileType, at, [.. Summary, .. Details], desk.AllAsync(filter))
            : new("operations-summary", fileType, at, Summary, desk.AllAsync(filter));

    /// <summary>When the cardholder entered, to the second; null when nobody did. An offline entry is reported later.</summary>
    public static DateTimeOffset? EntryOf(OperationRow operation) =>
        operation.Status is OperationStatus.Completed or OperationStatus.Reversed ? operation.EntryAt : null;

    /// <summary>The acquirer's code as the panel shows it: CODE_ and the code.</summary>
    public static string AuthCode(OperationRow operation) => operation.AuthCode is { Length: > 0 } code ? $"CODE_{code}" : "";

    /// <summary>The fee of an entry with its currency; empty when it is free.</summary>
    public static string Fee(OperationRow operation) => operation is { FeeAmount: { } amount, FeeCurrency: { } currency }
        ? RuleText.Amount(new(decimal.Parse(amount, CultureInfo.InvariantCulture), currency))
        : "";
}
