using PairingLab.Drivers.Certification;
using PairingLab.Drivers.Operator;

namespace PairingLab.Host.Certify;

/// <summary>Rules about a POS without a pairing.</summary>
internal static class UnpairedChecks
{
    // A terminal may show it once in a million times.
    private const string NoCode = "000000";
    private const string Brand = "Simple Cloud Integration";
    private const string NotFound = "Pairing not found: Pairing not found";

    public static async Task NameAndLogoAsync(Stage stage)
    {
        await stage.UnpairedAsync();
        Rule.Demands(await stage.Pos.ShowsAsync(Brand), $"the name \"{Brand}\" is not shown in the pairing section");
        Rule.Demands(await stage.Pos.HasAsync(PosPart.Logo), "the SCI logo is not shown in the pairing section");
    }

    public static async Task CodeFieldAsync(Stage stage)
    {
        await stage.UnpairedAsync();
        Rule.Demands(await stage.Pos.HasAsync(PosPart.Code), "there is no input field for the pairing code");
    }

    public static async Task NicknameFieldAsync(Stage stage)
    {
        NotApplicableWithout(stage, PosPart.Nickname, "the POS has no nickname field, and none is demanded");
        await stage.UnpairedAsync();
        Rule.Demands(await stage.Pos.HasAsync(PosPart.Nickname), "there is no input field for the pairing nickname");
        var before = stage.Site.Heard.Count;
        await stage.SendCodeAsync(NoCode, "Front Bar");
        var heard = await stage.HeardAsync(before, "POST", "/v1/progress-pairing") ?? throw new NotReachedException("the POS did not call POST /v1/progress-pairing");
        Rule.Demands(heard.Body?.Contains("\"Front Bar\"", StringComparison.Ordinal) == true, "what is typed into the nickname field is not sent as pairing_nickname");
    }

    public static async Task InstructionsAsync(Stage stage)
    {
        NotApplicableWithout(stage, PosPart.Instructions, "the POS shows no instructions; they are recommended, not demanded");
        await stage.UnpairedAsync();
        Rule.Demands(await stage.Pos.HasAsync(PosPart.Instructions), "no instructions how to initiate pairing from the terminal are shown");
    }

    public static async Task InvalidCodeAsync(Stage stage)
    {
        await stage.UnpairedAsync();
        var before = stage.Site.Heard.Count;
        await stage.SendCodeAsync(NoCode);
        if (await stage.HeardAsync(before, "POST", "/v1/progress-pairing") is not { Status: 404 })
        {
            throw new NotReachedException("the POS did not call POST /v1/progress-pairing with the code that was entered");
        }

        stage.Journal.Note("the pairing service answers 404 pairing_not_found");
        Rule.Demands(await stage.Pos.ShowsAsync(NotFound), $"\"{NotFound}\" is not shown");
    }

    public static async Task ConnectivityFailureAsync(Stage stage)
    {
        await stage.UnpairedAsync();
        stage.Journal.Note("break the network between POS and SCI");
        stage.Site.BreakNetwork(true);
        try
        {
            await stage.SendCodeAsync(NoCode);
            Rule.Demands(await stage.Pos.ShowsAsync(stage.Description.Texts.ConnectivityFailure), $"\"{stage.Description.Texts.ConnectivityFailure}\" is not shown");
        }
        finally
        {
            stage.Site.BreakNetwork(false);

            // A POS may go on trying for a while.
            stage.Standing = Standing.Unknown;
        }
    }

    private static void NotApplicableWithout(Stage stage, PosPart part, string reason)
    {
        if (!stage.Description.Has(part))
        {
            throw new NotApplicableException(reason);
        }
    }
}
