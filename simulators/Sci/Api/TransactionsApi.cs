using System.Globalization;
using Microsoft.AspNetCore.Http;
using PairingLab.Sci.Core;
using PairingLab.Sci.Service;

namespace PairingLab.Sci.Api;

/// <summary>Transactions and settlements of the SCI API. Every request is signed with the key of an active pairing.</summary>
/// <param name="sci">The service.</param>
/// <param name="hub">Knows which terminals are connected.</param>
/// <param name="news">Wakes the requests that wait for news of a transaction.</param>
public sealed class TransactionsApi(SciService sci, TerminalHub hub, TransactionNews news)
{
    /// <summary>Begins a transaction, a settlement or an enquiry.</summary>
    internal async Task StartAsync(HttpContext http, Pairing pairing, byte[] body)
    {
        var (order, mistake) = IsSettlement(http) ? SettlementRequest.Read(body) : TransactionRequest.Read(body);
        if (order is null)
        {
            await Refusals.WriteInvalidAsync(http, mistake!);
            return;
        }

        var id = SciCodes.TransactionId();
        var answer = await sci.DoAsync(new StartTransaction(id, pairing.Id, order, hub.IsConnected(pairing.Terminal)));
        if (answer.Events.OfType<TransactionStarted>().Any(e => e.Transaction.Plays == Plays.LostAnswer))
        {
            http.Abort();
            return;
        }

        await AnswerAsync(http, pairing, id, answer);
    }

    /// <summary>News of a transaction, as soon as there is any.</summary>
    internal async Task WatchAsync(HttpContext http, Pairing pairing)
    {
        var version = http.Request.Query["min_version"].ToString();
        if (!int.TryParse(version.Length == 0 ? "0" : version, NumberStyles.None, CultureInfo.InvariantCulture, out var minimum))
        {
            await Refusals.WriteInvalidAsync(http, "min_version must be a whole number such as 2");
            return;
        }

        var id = Id(http);
        if (Find(http, pairing, id) is not null)
        {
            // Until the answer has left, not only until it is written: a POS's patience ends by the same clock.
            http.Response.RegisterForDispose(await news.WaitAsync(id, minimum, http.RequestAborted));
        }

        await (Find(http, pairing, id) is not { } t ? Refusals.WriteAsync(http, Refusal.TransactionNotFound)
            : TransactionNews.IsNews(t, minimum) ? TellAsync(http, t)
            : Refusals.WriteAsync(
                http, hub.IsLost(t.Terminal) ? Refusal.DeviceNotConnected : Refusal.TransactionNotFoundWithinTimeout));
    }

    /// <summary>Asks the terminal to cancel.</summary>
    internal async Task CancelAsync(HttpContext http, Pairing pairing)
    {
        var id = Id(http);
        if (Find(http, pairing, id) is null)
        {
            await Refusals.WriteAsync(http, Refusal.TransactionNotFound);
            return;
        }

        await AnswerAsync(http, pairing, id, await sci.DoAsync(new CancelTransaction(pairing.Id, id)));
    }

    /// <summary>A button of the form.</summary>
    internal async Task SubmitAsync(HttpContext http, Pairing pairing, byte[] body)
    {
        if (FormInputs.Read(body) is not { } inputs)
        {
            await Refusals.WriteInvalidAsync(http, "the body must be empty or a JSON object of the inputs, each at most 200 characters");
            return;
        }

        var button = (string)http.Request.RouteValues["button"]!;
        await AnswerAsync(http, pairing, Id(http), await sci.DoAsync(new SubmitForm(pairing.Id, Id(http), button, inputs)));
    }

    /// <summary>The signature, in the way that the lab had before it had the vendor's forms.</summary>
    internal async Task JudgeAsync(HttpContext http, Pairing pairing, byte[] body)
    {
        if (FormInputs.ReadAccepted(body) is not { } accepted)
        {
            await Refusals.WriteInvalidAsync(http, "the body must be {\"accepted\":true} or {\"accepted\":false}");
            return;
        }

        var button = accepted ? FormButtons.AcceptSignature : FormButtons.RejectSignature;
        await AnswerAsync(http, pairing, Id(http), await sci.DoAsync(new SubmitForm(pairing.Id, Id(http), button, FormInputs.None)));
    }

    private static string Id(HttpContext http) => (string)http.Request.RouteValues["id"]!;

    private static bool IsSettlement(HttpContext http) => http.Request.Path.StartsWithSegments("/v1/settlements");

    private Transaction? Find(HttpContext http, Pairing pairing, string id) =>
        sci.State.Transactions.GetValueOrDefault(id) is { } t && t.Pairing == pairing.Id && t.Order.IsSettlement == IsSettlement(http)
            ? t
            : null;

    private Task AnswerAsync(HttpContext http, Pairing pairing, string id, SciAnswer answer) =>
        answer.Refusal is { } refusal ? Refusals.WriteAsync(http, refusal)
        : Find(http, pairing, id) is { } t ? TellAsync(http, t)
        : Refusals.WriteAsync(http, Refusal.TransactionNotFound);

    private static Task TellAsync(HttpContext http, Transaction t) => SciReply.WriteDataAsync(
        http, StatusCodes.Status200OK, (t, $"{http.Request.Scheme}://{http.Request.Host}"), TransactionJson.Write);
}
