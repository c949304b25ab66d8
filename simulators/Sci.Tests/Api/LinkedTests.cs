using System.Net.WebSockets;
using System.Text.Json;

namespace PairingLab.Sci.Tests.Api;

/// <summary>SCI with a POS that is paired with eftpos-1, and the link of that terminal; the test does what the terminal would.</summary>
public abstract class LinkedTests(SciSettings? settings = null) : IAsyncLifetime
{
    private protected RunningSci Sci { get; private set; } = null!;

    private protected Paired Paired { get; private set; } = null!;

    private protected ClientWebSocket Link { get; private set; } = null!;

    public virtual async ValueTask InitializeAsync()
    {
        Sci = await RunningSci.StartAsync(settings);
        Paired = await Sci.PairAsync();
        Link = new();
        await Link.ConnectAsync(
            new($"{Sci.Servers.Terminals.Replace("http", "ws", StringComparison.Ordinal)}/v1/terminals/eftpos-1/link"), default);
        await Link.ReceiveAsync(new byte[65536], default);
    }

    public virtual async ValueTask DisposeAsync()
    {
        Link.Dispose();
        await Sci.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Begins a transaction, which the terminal accepts.</summary>
    private protected async Task<JsonElement> BeginAsync(string body, string path = "/v1/transactions")
    {
        var begun = await Paired.AskAsync("POST", path, body);
        begun.Status.ShouldBe(200, begun.Body);
        var id = begun.Data.GetProperty("id").GetString()!;
        await Sci.ActAsync("eftpos-1", new("accept", id));
        return await ReadAsync(id, path);
    }

    private protected async Task<JsonElement> ReadAsync(string id, string path = "/v1/transactions") =>
        (await Paired.AskAsync("GET", $"{path}/{id}")).Data;

    /// <summary>Presses a button of the form that a transaction has.</summary>
    private protected Task<Answer> PressAsync(JsonElement transaction, string label, string? inputs = null) =>
        Paired.AskAsync("POST", transaction.ButtonUrl(label)[Paired.BaseUrl.Length..], inputs);
}

/// <summary>Reads the Action Framework's form as a POS does: by the layout, never by the keys.</summary>
internal static class FormReading
{
    public static string Id(this JsonElement transaction) => transaction.GetProperty("id").GetString()!;

    public static string? Word(this JsonElement transaction, string name) => transaction.GetProperty(name).GetString();

    public static IReadOnlyList<(string Label, JsonElement Of)> Elements(this JsonElement transaction)
    {
        var form = transaction.GetProperty("pos_instructions").GetProperty("action_form");
        if (form.GetProperty("layout").ValueKind == JsonValueKind.Null)
        {
            return [];
        }

        var properties = form.GetProperty("properties");
        form.GetProperty("layout").EnumerateArray().ShouldAllBe(r => r.GetProperty("type").GetString() == "horizontal_layout");
        return [.. form.GetProperty("layout").EnumerateArray().SelectMany(r => r.GetProperty("elements").EnumerateArray())
            .Select(e => (e.Word("label")!, properties.GetProperty(e.Word("key")!)))];
    }

    public static IEnumerable<string> Buttons(this JsonElement transaction) =>
        transaction.Elements().Where(e => e.Of.GetProperty("type").GetString() == "button").Select(e => e.Label);

    public static string ButtonUrl(this JsonElement transaction, string label) =>
        transaction.Elements().Single(e => e.Label == label).Of.GetProperty("submit_url").GetString()!;

    public static string? Action(this JsonElement transaction, string label) =>
        transaction.Elements().Single(e => e.Label == label).Of.GetProperty("action").GetString();

    public static string?[] AutoActions(this JsonElement transaction) =>
        transaction.GetProperty("pos_instructions").GetProperty("auto_actions") is { ValueKind: JsonValueKind.Array } actions
            ? [.. actions.EnumerateArray().Select(a => a.GetString())]
            : [];
}
