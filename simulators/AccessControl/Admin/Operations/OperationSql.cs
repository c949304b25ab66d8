using PairingLab.AccessControl.Admin.Layout;
using PairingLab.AccessControl.Storage;

namespace PairingLab.AccessControl.Admin.Operations;

/// <summary>
/// The select behind a list of operations. Each filter and each order has an index (002-admin.sql, 003-panel.sql). PostgreSQL picks one
/// from its statistics; for SQLite a + before a column excludes its index.
/// </summary>
internal sealed class OperationSql(OperationFilter filter, bool isSqlite)
{
    private string SortColumn =>
        filter.Sorting.Column switch
        {
            "pan" => "masked_pan",
            "country" or "status" or "service" or "type" => filter.Sorting.Column,
            _ => ""
        };

    /// <summary>The column whose index is used: the one that leaves the fewest rows in the right order.</summary>
    private string Driving =>
        filter.LastFour.Length > 0 ? "last4"
        : filter.Bin.Length > 0 ? "bin"
        : SortColumn.Length > 0 ? SortColumn
        : filter.Status is OperationStatus.Created or OperationStatus.Reversed or OperationStatus.Rejected or OperationStatus.Expired
        ? "status"
        : filter.Type is OperationType.OfflineBin or OperationType.OfflineWhitelist ? "type"
        : filter.Country.Length > 0 ? "country"
        : filter.Service.Length > 0 ? "service"
        : filter.Type.Length > 0 ? "type"
        : "";

    /// <summary>The select; its parameters are <see cref="Values"/>.</summary>
    /// <param name="isFollowed">Whether it starts after a row, or ends before it.</param>
    /// <param name="isBackwards">Whether it is read from the end.</param>
    public string Text(bool isFollowed, bool isBackwards)
    {
        var isDown = filter.Sorting.Down != isBackwards;
        var direction = isDown ? " desc" : "";
        string[] order = SortColumn.Length > 0 ? [SortColumn, "requested_at", "id"] : ["requested_at", "id"];
        var where = Conditions().ToList();
        if (isFollowed)
        {
            var row = SortColumn.Length > 0 ? "(@lastSort, @lastAt, @lastId)" : "(@lastAt, @lastId)";
            where.Add($"({string.Join(", ", order)}) {(isDown ? "<" : ">")} {row}");
        }

        var condition = where.Count > 0 ? " where " + string.Join(" and ", where) : "";
        var ordering = string.Join(", ", order.Select(c => c + direction));
        return $"select {Storage.Operations.Listed} from operations{condition} order by {ordering} limit @most";
    }

    public object Values(OperationRow? last, int most) => new
    {
        country = filter.Country,
        bin = filter.Bin,
        last4 = filter.LastFour,
        from = filter.From ?? DateTimeOffset.UnixEpoch,
        until = filter.Until ?? DateTimeOffset.UnixEpoch,
        service = filter.Service,
        most,
        lastAt = last?.RequestedAt ?? DateTimeOffset.UnixEpoch,
        lastId = last?.Id ?? "",
        lastSort = last is null ? ""
        : SortColumn switch
        {
            "country" => last.Country,
            "masked_pan" => last.MaskedPan,
            "service" => last.Service,
            "type" => last.Type,
            _ => last.Status
        },
    };

    private IEnumerable<string> Conditions()
    {
        if (filter.LastFour.Length > 0)
        {
            yield return "substr(masked_pan, length(masked_pan) - 3) = @last4";
        }

        if (filter.Bin.Length > 0)
        {
            yield return Column("bin", "substr(masked_pan, 1, 6)") + " = @bin";
        }

        if (filter.Country.Length > 0)
        {
            yield return Column("country", "country") + " = @country";
        }

        if (filter.Status.Length > 0)
        {
            // A literal, so that partial indexes apply; the filter allows only known values.
            yield return $"{Column("status", "status")} = '{filter.Status}'";
        }

        if (filter.Type.Length > 0)
        {
            yield return $"{Column("type", "type")} = '{filter.Type}'";
        }

        if (filter.Service.Length > 0)
        {
            yield return Column("service", "service") + " = @service";
        }

        if (filter.From is not null)
        {
            yield return "requested_at >= @from";
        }

        if (filter.Until is not null)
        {
            yield return "requested_at < @until";
        }
    }

    private string Column(string name, string sql) => isSqlite && Driving != name && Driving != sql ? "+" + sql : sql;
}
