using PairingLab.Drivers.Certification;
using PairingLab.Features.Support.Certification;

namespace PairingLab.Features.Sci.Certification;

/// <summary>How a pairing comes about: code, confirmation, test.</summary>
internal sealed partial class Fixture
{
    private async Task BeginAsync(int number)
    {
        if (neverPairs is not null && failures >= Tries)
        {
            throw new NotReachedException(neverPairs);
        }

        var (terminal, tenant) = site.All[number];
        await terminal.AbandonAsync();
        journal.Note($"initiate pairing on eftpos-{number + 1}");
        var code = await terminal.StartPairingAsync();
        var before = site.Heard.Count;
        try
        {
            await Acts.SendCodeAsync(code, Nicknames[number]);
            var heard = await Acts.HeardAsync(before, "POST", "/v1/progress-pairing", null);
            if (heard is not { Status: 200 })
            {
                throw new NotReachedException(heard is null
                    ? "the POS did not call POST /v1/progress-pairing"
                    : $"POST /v1/progress-pairing was answered {heard.Status}");
            }

            pairings.Add(MadePairing.Of(terminal, tenant, Nicknames[number], heard));
            journal.Hide(pairings[^1].Secret);
            failures = 0;
        }
        catch (NotReachedException e)
        {
            // Once may be chance; after that every later rule would wait for the same in vain.
            failures++;
            neverPairs = $"no pairing came about: {e.Message}";
            Position = PosPosition.Unknown;
            throw new NotReachedException(neverPairs, e);
        }
    }

    private async Task FinishAsync(MadePairing pairing)
    {
        await ConfirmAsync(pairing);
        await Acts.BeginAsync(pairing);
        await Acts.PressAsync(PosPart.Test);
        var tested = await Acts.HeardAsync("GET", "/v1/pairing-info", pairing) is { Status: 200 };
        if (!tested && !await pos.ShowsAsync(description.Texts.Success))
        {
            Position = PosPosition.Unknown;
            throw new NotReachedException("the test of the new pairing neither called pairing-info nor brought the success message");
        }

        // The answer is under way to the screen; whether that is right is the business of a rule of its own.
        await pos.LacksAsync(PosPart.Test);
    }
}
