using System.Net.Http.Json;
using System.Text.Json;
using PairingLab.Features.Support;

namespace PairingLab.Features.Sci;

/// <summary>What the POSs have asked of SCI since a moment, as the lab has taken it down.</summary>
public sealed class PosRequests(ScenarioBench bench)
{
    private long before;

    /// <summary>Counts from here.</summary>
    public async Task BeginAsync() => before = (await ReadAsync()).Select(e => e.GetProperty("number").GetInt64()).LastOrDefault(before);

    /// <summary>Fails when a POS has not called this.</summary>
    public async Task HasCalledAsync(string pos, string method, string path) =>
        (await CallsAsync(pos)).ShouldContain($"{method} {path}");

    /// <summary>Fails when a POS has called this.</summary>
    public async Task HasNotCalledAsync(string pos, string method, string path) =>
        (await CallsAsync(pos)).ShouldNotContain($"{method} {path}");

    private async Task<List<string>> CallsAsync(string pos) => [.. (await ReadAsync())
        .Where(e => e.GetProperty("from").GetString() == pos)
        .Select(e => $"{e.GetProperty("method").GetString()} {new Uri(e.GetProperty("url").GetString()!).AbsolutePath}")];

    private async Task<List<JsonElement>> ReadAsync() =>
        (await bench.Http.GetFromJsonAsync<List<JsonElement>>(new Uri(bench.Address, $"lab/exchanges?after={before}")))!;
}
