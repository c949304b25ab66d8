using Microsoft.AspNetCore.Http;

namespace PairingLab.AccessControl.Admin.Layout;

/// <summary>The address of a page with its filters, so that links keep the filters that they do not change.</summary>
public sealed class Address(string path, IEnumerable<KeyValuePair<string, Microsoft.Extensions.Primitives.StringValues>> query)
{
    private static readonly string[] Passing = ["notice"];

    /// <summary>The path alone.</summary>
    public string Path => path;

    /// <summary>Path and query.</summary>
    public string Text => With();

    /// <summary>The address with some fields changed; null removes a field.</summary>
    public string With(params (string Name, string? Value)[] changes)
    {
        var changed = changes.Select(c => c.Name).Concat(Passing).ToHashSet(StringComparer.Ordinal);
        var kept = query.Where(q => !changed.Contains(q.Key)).SelectMany(q => q.Value, (q, v) => KeyValuePair.Create(q.Key, v));
        var all = kept.Concat(changes.Where(c => c.Value is not null).Select(c => KeyValuePair.Create(c.Name, c.Value)));
        return path + QueryString.Create(all.Where(a => !string.IsNullOrEmpty(a.Value)));
    }

    /// <summary>Another path with the same filters.</summary>
    public string At(string other, params (string Name, string? Value)[] changes) => new Address(other, query).With(changes);

    /// <summary>An address within the panel; anything else gives the panel's first page.</summary>
    public static string Within(string asked) =>
        asked.StartsWith("/admin/", StringComparison.Ordinal) && !asked.Contains("//", StringComparison.Ordinal) && !asked.Contains('\\')
        ? asked : "/admin/";
}
