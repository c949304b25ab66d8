using PairingLab.Reports.Evidence;

namespace PairingLab.Reports.Tests.Sample;

/// <summary>Things to be seen in the sample run.</summary>
internal static class Things
{
    public static PanelSeen Workstation(string act, string text) => new()
    {
        Device = "pos-1",
        Act = act,
        Title = "Workstation",
        Texts = [text, "Site 4711"],
        Buttons = [new SeenButton("Pair POS", text != "Paired"), new SeenButton("Start sale", text == "Paired")],
    };

    public static PanelSeen Client() => new()
    {
        Device = "client-1",
        Act = "press Start pairing",
        Title = "Configuration Client",
        Texts = ["Pairing is open for 02:00", "Read the OTP from the display of the Commander."],
        Buttons = [new SeenButton("Cancel", true), new SeenButton("Revoke All Trust", true)],
    };

    public static PanelSeen Keypad(string otp) => new()
    {
        Device = "pos-1",
        Act = $"enter {otp}",
        Title = "Enter the OTP",
        Texts = ["Look at the display of the Commander."],
        Fields = [new SeenField("Code", otp, true), new SeenField("Workstation name", "pos-1", false)],
        Buttons = [new SeenButton("OK", true), new SeenButton("Clear", true), new SeenButton("Back", false)],
    };

    public static DisplaySeen Display(byte left, byte right) => new() { Device = "display-1", Left = left, Right = right };

    public static SentenceSeen Sentence(string text, string? note = null) =>
        new() { Device = "display-1", Text = text, Note = note };

    public static ExchangeSeen Exchange(string otp) => new()
    {
        From = "pos-1",
        To = "commander",
        Method = "POST",
        Url = $"https://127.0.0.1:40123/pairing/start?otp={otp}&workstation=pos-1",
        RequestHeaders = [new Header("Content-Type", "application/json"), new Header("Authorization", "Bearer abcdefghijkl")],
        RequestBody = $$"""{"workstation":"pos-1","otp":"{{otp}}","certificateRequest":"MIIB"}""",
        Status = 201,
        ResponseHeaders = [new Header("Set-Cookie", "id=very-private")],
        ResponseBody = """{"state":"Paired","sessionToken":"very-private","expires":"2030-01-01T00:02:00Z"}""",
        WallMs = 7.5,
    };

    // The smallest picture that every reader takes: one pixel.
    public static byte[] Picture() => Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
}
