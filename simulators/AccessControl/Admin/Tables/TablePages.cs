using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.VisualBasic.FileIO;
using PairingLab.AccessControl.Admin.Layout;
using PairingLab.AccessControl.Admin.Rights;
using PairingLab.AccessControl.Services;

namespace PairingLab.AccessControl.Admin.Tables;

/// <summary>The tables that rules refer to, reached from the tab Rules: BIN table, currency rates, whitelist.</summary>
internal static class TablePages
{
    private const int MostRows = 100_000;

    public static void MapTables(this AdminGate gate, AdminParts parts)
    {
        var tables = new ReferenceTables(parts.Database, parts.Macs.Pans);
        gate.Get("/admin/tables/{table}", AdminAction.ManageTables, request => ShowAsync(request, tables));
        gate.Post("/admin/tables/{table}", AdminAction.ManageTables, request => SaveAsync(request, tables));
        gate.Post("/admin/tables/{table}/import", AdminAction.ManageTables, request => ImportAsync(request, tables));
        gate.Get("/admin/tables/{table}/{key}/delete", AdminAction.ManageTables, ConfirmAsync);
        gate.Post("/admin/tables/{table}/{key}/delete", AdminAction.ManageTables, async request =>
            ReferenceTables.Find(request.Route("table")) is { } table && await tables.DeleteAsync(table, request.Route("key"))
                ? AdminRequest.Go($"/admin/tables/{table.Id}?notice=row-deleted")
                : await request.NotFoundAsync("such row", Tabs.Rules));
    }

    private static async Task<IResult> ShowAsync(AdminRequest request, ReferenceTables tables) =>
        ReferenceTables.Find(request.Route("table")) is { } table
            ? await PageAsync(request, tables, table, await TypedAsync(request, tables, table))
            : await request.NotFoundAsync("such table", Tabs.Rules);

    /// <summary>An edit begins with what the row has.</summary>
    private static async Task<FormValues> TypedAsync(AdminRequest request, ReferenceTables tables, ReferenceTable table)
    {
        var typed = new FormValues();
        if (table.CanEdit && request.Query["edit"] is { Length: > 0 } key
            && (await tables.RowsAsync(table)).Find(r => r.Key == key) is { } row)
        {
            typed["before"] = key;
            foreach (var (column, cell) in table.Columns.Zip(row.Cells))
            {
                typed[column.Name] = cell;
            }
        }

        return typed;
    }

    private static async Task<IResult> SaveAsync(AdminRequest request, ReferenceTables tables)
    {
        if (ReferenceTables.Find(request.Route("table")) is not { } table)
        {
            return await request.NotFoundAsync("such table", Tabs.Rules);
        }

        var row = table.Columns.ToDictionary(c => c.Name, c => request.Form[c.Name].Trim(), StringComparer.Ordinal);
        if (request.Form.IsValid
            && await tables.SaveAsync(table, [row], request.Form["before"] is { Length: > 0 } before ? before : null) is { } wrong)
        {
            request.Form.Fail("", wrong.Why);
        }

        return request.Form.IsValid
            ? AdminRequest.Go($"/admin/tables/{table.Id}?notice=row-saved")
            : await PageAsync(request, tables, table, request.Form);
    }

    private static async Task<IResult> ImportAsync(AdminRequest request, ReferenceTables tables)
    {
        if (ReferenceTables.Find(request.Route("table")) is not { } table)
        {
            return await request.NotFoundAsync("such table", Tabs.Rules);
        }

        var (rows, why) = request.Files is [{ } file, ..] ? Read(table, file.OpenReadStream()) : ([], "Choose a CSV file.");
        if (why is null && await tables.SaveAsync(table, rows) is { } wrong)
        {
            why = string.Create(CultureInfo.InvariantCulture, $"Nothing was imported. Line {wrong.Row + 1}: {wrong.Why}");
        }

        if (why is null)
        {
            return AdminRequest.Go($"/admin/tables/{table.Id}?notice=rows-imported");
        }

        request.Form.Fail("", why);
        return await PageAsync(request, tables, table, request.Form);
    }

    /// <summary>The first line names the columns, as the page says; "," or ";" between them, as spreadsheets write it.</summary>
    private static (List<Dictionary<string, string>> Rows, string? Why) Read(ReferenceTable table, Stream file)
    {
        var wanted = string.Join(',', table.Columns.Select(c => c.Name));
        using var reader = new StreamReader(file);
        using var parser = new TextFieldParser(reader) { HasFieldsEnclosedInQuotes = true, TrimWhiteSpace = true };
        parser.SetDelimiters(",", ";");
        try
        {
            var names = parser.ReadFields() ?? [];
            if (!names.SequenceEqual(table.Columns.Select(c => c.Name), StringComparer.OrdinalIgnoreCase))
            {
                return ([], $"The first line must be: {wanted}");
            }

            var rows = new List<Dictionary<string, string>>();
            while (parser.ReadFields() is { } fields)
            {
                if (rows.Count == MostRows)
                {
                    return ([], string.Create(
                        CultureInfo.InvariantCulture,
                        $"Nothing was imported. The file has more than {MostRows} rows; import it in parts."));
                }

                if (fields.Length != names.Length)
                {
                    return ([], string.Create(CultureInfo.InvariantCulture,
                        $"Line {rows.Count + 2} has {fields.Length} values; it needs {names.Length}: {wanted}"));
                }

                rows.Add(table.Columns.Zip(fields).ToDictionary(c => c.First.Name, c => c.Second, StringComparer.Ordinal));
            }

            return (rows, null);
        }
        catch (MalformedLineException e)
        {
            return ([], string.Create(CultureInfo.InvariantCulture, $"Line {e.LineNumber} is not CSV: a quotation mark does not end."));
        }
    }

    private static Task<IResult> ConfirmAsync(AdminRequest request) =>
        ReferenceTables.Find(request.Route("table")) is not { } table
            ? request.NotFoundAsync("such table", Tabs.Rules)
            : request.PageAsync<ConfirmPage>(
                "Delete a row", Tabs.Rules, ("Question", $"Delete the row {request.Route("key")} of the {table.Title}?"),
                ("Consequence", "From the next tap on it does not count any more."), ("Back", $"/admin/tables/{table.Id}"));

    private static async Task<IResult> PageAsync(
        AdminRequest request, ReferenceTables tables, ReferenceTable table, FormValues typed)
    {
        var number = Paging.Asked(request.Query);
        var rows = request.Query.IsValid ? await tables.RowsAsync(table) : [];
        return await request.PageAsync<TablePage>(
            typed.IsValid ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest, table.Title, Tabs.Rules,
            ("Table", table), ("FormValues", typed), ("Query", request.Query),
            ("Rows", Paging.Of(rows.Skip((number - 1) * Paging.Size).Take(Paging.Size + 1).ToList(), number)));
    }
}
