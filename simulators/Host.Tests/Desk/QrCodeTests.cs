using PairingLab.Host.Desk;
using ZXing;
using ZXing.QrCode;

namespace PairingLab.Host.Tests.Desk;

/// <summary>A phone reads the desk's address from the console.</summary>
public sealed class QrCodeTests
{
    // Pixels of a module: a camera sees more than one.
    private const int Scale = 4;

    [Fact]
    public void The_drawing_says_the_address()
    {
        const string Address = "http://192.168.31.20:7071/?token=a-long-secret-word";
        var rows = QrCode.Of(Address).Split('\n').Select(r => r.TrimEnd('\r')).Where(r => r.Length > 0).ToList();
        var width = rows.Max(r => r.Length);
        var pixels = new byte[width * Scale * rows.Count * 2 * Scale];
        for (var y = 0; y < rows.Count * 2 * Scale; y++)
        {
            for (var x = 0; x < width * Scale; x++)
            {
                var drawn = rows[y / Scale / 2].ElementAtOrDefault(x / Scale);
                var isLit = y / Scale % 2 == 0 ? drawn is '█' or '▀' : drawn is '█' or '▄';
                pixels[y * width * Scale + x] = isLit ? byte.MaxValue : (byte)0;
            }
        }

        var light = new RGBLuminanceSource(pixels, width * Scale, rows.Count * 2 * Scale, RGBLuminanceSource.BitmapFormat.Gray8);
        new QRCodeReader().decode(new BinaryBitmap(new ZXing.Common.HybridBinarizer(light))).ShouldNotBeNull().Text.ShouldBe(Address);
    }
}
