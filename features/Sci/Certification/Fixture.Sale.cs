using System.Text.Json;
using PairingLab.Drivers.Certification;
using PairingLab.Drivers.Roles;
using PairingLab.Features.Support.Certification;

namespace PairingLab.Features.Sci.Certification;

/// <summary>A transaction that is under way: what the POS has asked for, and what SCI has told it.</summary>
internal sealed partial class Fixture
{
    private static readonly TimeSpan AsksAgain = TimeSpan.FromSeconds(30);

    /// <summary>What SCI has told the POS last about a transaction.</summary>
    public SaleNews News => site.Heard.Since(0).Where(h => h.KeyId == Pairing.KeyId).Select(h => h.Answer).OfType<string>()
        .LastOrDefault(a => a.Contains("\"pos_instructions\"", StringComparison.Ordinal)) is { } answer
            ? SaleNews.Of(answer)
            : throw new NotReachedException("SCI has told the POS of no transaction");

    /// <summary>Whether this scenario has had signatures judged on the terminal.</summary>
    public bool SignsOnTerminal { get; private set; }

    /// <summary>Whether the POS was restarted since it was paired: then nobody knows whether its pairings are still there.</summary>
    public bool WasRestarted { get; private set; }

    /// <summary>Whether the network was broken, and works again since the scenario's last act.</summary>
    public bool IsNetworkMended { get; set; }

    /// <summary>The POS's request for the transaction that the scenario's last act has begun.</summary>
    public async Task<PosRequest> StartedAsync(string path)
    {
        var heard = await Acts.HeardAsync("POST", path, Pairing);
        Demands.Ground(heard is { Status: 200 or 201 }, "the POS did not start a transaction");
        return heard;
    }

    /// <summary>Whether SCI has answered the POS so. One whose poll has failed asks again after a while of its own clock.</summary>
    public async Task<bool> IsToldAsync(string word)
    {
        if (!await pos.NewsAsync(Told))
        {
            await pos.Clock.PassAsync(AsksAgain, Told);
        }

        return await pos.NewsAsync(Told);

        bool Told() => Acts.Heard.Any(h => h.Answer?.Contains(word, StringComparison.Ordinal) == true);
    }

    /// <summary>
    /// Whether the text of a result comes. What SCI has answered on a network that was broken a moment ago may be lost on its way: then
    /// the POS asks again after a while of its own clock.
    /// </summary>
    public async Task<bool> ComesOutAsync(string text)
    {
        if (await AppearsAsync(text))
        {
            return true;
        }

        if (!IsNetworkMended || description.Is == PosWay.Operator)
        {
            return false;
        }

        var heard = site.Heard.Count;
        await pos.Clock.PassAsync(
            AsksAgain, () => site.Heard.Since(heard).Any(h => h.Answer?.Contains("FINALISED", StringComparison.Ordinal) == true));
        return await AppearsAsync(text);
    }

    /// <summary>Presses something on the terminal, as the scenario's next act.</summary>
    public Task PressOnTerminalAsync(params IReadOnlyList<string> buttons) => ActAsync(
        async () =>
        {
            foreach (var button in buttons)
            {
                journal.Note($"press {button} on the terminal");
                await Pairing.Terminal.Panel.PressWhenOfferedAsync(button);
            }
        },
        after: PosPosition.Unknown);

    /// <summary>Has signatures judged on the terminal, for this scenario. Without such a setting the POS does so by itself.</summary>
    public async Task SignOnTerminalAsync()
    {
        SignsOnTerminal = true;
        await SetAsync(PosPart.SignatureOnTerminal);
    }

    /// <summary>Switches the POS off and on in the middle of a transaction. What it has lost with that, another rule asks.</summary>
    public async Task RestartAsync()
    {
        WasRestarted = true;
        await Acts.RestartAsync();
    }

    /// <summary>Uses a setting of the POS unless it is as it should be, and goes back to where sales are made.</summary>
    private async Task SetAsync(PosPart setting)
    {
        if (!description.Has(setting))
        {
            return;
        }

        Position = PosPosition.Unknown;
        if (await pos.HasAsync(setting, Pairing.Names))
        {
            await Acts.PressAsync(setting, Pairing);
        }

        if (!await pos.HasAsync(PosPart.Pay, Pairing.Names))
        {
            await OpenSaleAsync();
        }
    }
}

/// <summary>A transaction as SCI tells of it.</summary>
/// <param name="MerchantReceipt">The merchant's receipt; null without one.</param>
/// <param name="CustomerReceipt">The customer's receipt; null without one.</param>
/// <param name="Form">The elements of the form.</param>
/// <param name="Details">Pairing, terminal and transaction, by name.</param>
internal sealed record SaleNews(
    string? MerchantReceipt, string? CustomerReceipt, IReadOnlyList<SaleElement> Form, IReadOnlyDictionary<string, string> Details)
{
    /// <summary>The elements of a kind: text, button, input or image.</summary>
    public IEnumerable<SaleElement> Of(ElementKind kind) => Form.Where(e => e.Kind == kind);

    /// <summary>Reads an answer of SCI.</summary>
    public static SaleNews Of(string answer)
    {
        using var json = JsonDocument.Parse(answer);
        var data = json.RootElement.GetProperty("data");
        var form = data.GetProperty("pos_instructions").GetProperty("action_form");
        var rows = form.GetProperty("layout");
        return new(
            data.GetProperty("merchant_receipt").GetString(),
            data.GetProperty("customer_receipt").GetString(),
            rows.ValueKind == JsonValueKind.Null
                ? []
                : [.. rows.EnumerateArray().SelectMany(r => r.GetProperty("elements").EnumerateArray()).Select(e => SaleElement.Of(
                    e.GetProperty("label").GetString()!, form.GetProperty("properties").GetProperty(e.GetProperty("key").GetString()!)))],
            form.GetProperty("details").EnumerateObject().ToDictionary(d => d.Name, d => d.Value.GetString()!, StringComparer.Ordinal));
    }
}

/// <summary>An element of a form.</summary>
/// <param name="Label">What stands on or before it.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Value">The text of a text, the name of an input, the action of a button or where it posts; null for a picture.</param>
internal sealed record SaleElement(string Label, ElementKind Kind, string? Value)
{
    /// <summary>Reads one.</summary>
    public static SaleElement Of(string label, JsonElement of) => of.GetProperty("type").GetString() switch
    {
        "text" => new(label, ElementKind.Text, of.GetProperty("text").GetString()),
        "input" => new(label, ElementKind.Input, of.GetProperty("name").GetString()),
        "image" => new(label, ElementKind.Image, null),
        _ => of.TryGetProperty("submit_url", out var url)
            ? new(label, ElementKind.Submit, new Uri(url.GetString()!).AbsolutePath)
            : new(label, ElementKind.Action, of.GetProperty("action").GetString()),
    };
}

/// <summary>The kinds of element; a button posts, or it is an action of the POS.</summary>
internal enum ElementKind
{
    /// <summary>A text to be read.</summary>
    Text,

    /// <summary>A field.</summary>
    Input,

    /// <summary>A picture.</summary>
    Image,

    /// <summary>A button that posts.</summary>
    Submit,

    /// <summary>A button that is an action of the POS.</summary>
    Action,
}
