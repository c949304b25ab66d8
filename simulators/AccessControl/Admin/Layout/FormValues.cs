using System.Globalization;
using Microsoft.Extensions.Primitives;

namespace PairingLab.AccessControl.Admin.Layout;

/// <summary>
/// The values of a form or an address and the errors in them, field by field. Invalid values are kept, so that a form can show them again.
/// </summary>
public sealed class FormValues
{
    private readonly Dictionary<string, List<string>> values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> errors = new(StringComparer.Ordinal);

    /// <summary>No values yet.</summary>
    public FormValues()
    {
    }

    /// <summary>The values of a form or a query.</summary>
    public FormValues(IEnumerable<KeyValuePair<string, StringValues>> fields)
    {
        foreach (var (name, typed) in fields)
        {
            values[name] = [.. typed.Select(v => v ?? "")];
        }
    }

    /// <summary>All fields with all their values.</summary>
    public IEnumerable<(string Name, string Value)> Fields => values.SelectMany(f => f.Value, (f, value) => (f.Key, value));

    /// <summary>The errors by field, in the order of the form.</summary>
    public IReadOnlyList<(string Name, string Why)> Errors
    {
        get
        {
            var order = values.Keys.Select((name, i) => (name, i)).ToDictionary(f => f.name, f => f.i, StringComparer.Ordinal);
            return [.. errors.Select(e => (e.Key, e.Value)).OrderBy(e => order.GetValueOrDefault(e.Key, int.MaxValue))];
        }
    }

    /// <summary>Whether there are no errors.</summary>
    public bool IsValid => errors.Count == 0;

    /// <summary>The trimmed value of a field; empty when the field is missing.</summary>
    public string this[string name]
    {
        get => values.TryGetValue(name, out var all) && all.Count > 0 ? all[0].Trim() : "";
        set => values[name] = [value];
    }

    /// <summary>All values of a field that can occur several times.</summary>
    public IReadOnlyList<string> All(string name) => values.TryGetValue(name, out var all) ? all : [];

    /// <summary>Sets all values of a field.</summary>
    public void SetAll(string name, IEnumerable<string> all) => values[name] = [.. all];

    /// <summary>Whether a field has a value: a box that is ticked.</summary>
    public bool Has(string name) => this[name].Length > 0;

    /// <summary>The error of a field; null without an error.</summary>
    public string? Error(string name) => errors.GetValueOrDefault(name);

    /// <summary>Adds an error to a field; the first error stays.</summary>
    public void Fail(string name, string why) => errors.TryAdd(name, why);

    /// <summary>Reads a required field.</summary>
    public string Required(string name, string what, int longest = 200)
    {
        var text = this[name];
        if (text.Length == 0)
        {
            Fail(name, $"{what} is required.");
        }
        else if (text.Length > longest)
        {
            Fail(name, string.Create(CultureInfo.InvariantCulture,
                $"{what} may have {longest} characters at most; this has {text.Length}."));
        }

        return text;
    }

    /// <summary>A whole number within inclusive bounds; null when the field is empty.</summary>
    public int? Number(string name, string what, int least, int most)
    {
        var text = this[name];
        if (text.Length == 0)
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
        {
            return number;
        }

        Fail(name, string.Create(CultureInfo.InvariantCulture, $"{what} must be a whole number from {least} to {most}."));
        return null;
    }

    /// <summary>One of the choices; empty when the field is empty or has another value, which is an error.</summary>
    public string OneOf(string name, string what, IReadOnlyList<string> choices)
    {
        var text = this[name];
        if (text.Length == 0 || choices.Contains(text))
        {
            return text;
        }

        Fail(name, $"There is no such {what}; there are: {string.Join(", ", choices)}.");
        return "";
    }

    /// <summary>
    /// A local time of the browser (2026-01-05T08:00). The field "…Offset" has its offset in minutes east of UTC, filled in by a script;
    /// without a script it is UTC. Null when the field is empty.
    /// </summary>
    public DateTimeOffset? Moment(string name, string what)
    {
        var text = this[name];
        if (text.Length == 0)
        {
            return null;
        }

        // No time zone is more than 14 hours from UTC.
        if (DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            && int.TryParse(this[$"{name}Offset"] is { Length: > 0 } o ? o : "0", NumberStyles.AllowLeadingSign,
                CultureInfo.InvariantCulture, out var minutes)
            && minutes is >= -840 and <= 840 && local.Year is > 1970 and < 9000)
        {
            return new DateTimeOffset(DateTime.SpecifyKind(local, DateTimeKind.Unspecified), TimeSpan.FromMinutes(minutes))
                .ToUniversalTime();
        }

        Fail(name, $"{what} must be a date and time, as 2026-01-05 08:00.");
        return null;
    }
}
