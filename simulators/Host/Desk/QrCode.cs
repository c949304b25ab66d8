using QRCoder;

namespace PairingLab.Host.Desk;

/// <summary>A QR code of half blocks, for a console; light on dark, as most consoles are.</summary>
internal static class QrCode
{
    /// <summary>The rows of the code, with its margin.</summary>
    public static string Of(string text)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        using var code = new AsciiQRCode(data);
        return code.GetGraphicSmall();
    }
}
