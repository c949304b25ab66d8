using System.IO.Compression;
using System.Text;
using PairingLab.Reports.Evidence;

namespace PairingLab.Reports.Tests.Evidence;

/// <summary>Kept files lose their secrets and stay readable.</summary>
public class FileMaskTests
{
    private readonly SecretMask secrets = new();

    public FileMaskTests()
    {
        secrets.Add("7E42A1");
        secrets.Add("1234");
    }

    [Fact]
    public void A_trace_loses_them_in_every_entry_and_stays_JSON_and_zip()
    {
        var masked = Entries(FileMask.Apply(
            Zip(
                ("trace.trace", """
                    {"type":"before","time":1234,"params":{"value":"7E42A1"}}
                    {"type":"snapshot","html":["INPUT",{"value":"1234"}],"wall":1234.5,"at":"\"7E42A1\""}
                    """),
                ("resources/page.html", "<p>7E42A1</p><p>OTP 1234</p>")),
            secrets));

        masked.ShouldBe([
            ("trace.trace", """
                {"type":"before","time":1234,"params":{"value":"•••"}}
                {"type":"snapshot","html":["INPUT",{"value":"•••"}],"wall":1234.5,"at":"\"•••\""}
                """),
            ("resources/page.html", "<p>•••</p><p>OTP •••</p>"),
        ]);
    }

    [Fact]
    public void A_text_loses_them() => Text(FileMask.Apply(Bytes("a;7E42A1;b"), secrets)).ShouldBe("a;•••;b");

    [Theory]
    [InlineData(new byte[] { 0x89, 0x50, 0x4E, 0x47, 0x00, 0x37 })]
    [InlineData(new byte[] { 0xFF, 0x37, 0x45 })]
    [InlineData(new byte[] { })]
    public void What_is_no_text_stays_as_it_is(byte[] content) => FileMask.Apply(content, secrets).ShouldBe(content);

    private static byte[] Zip(params (string Name, string Text)[] entries)
    {
        using var zip = new MemoryStream();
        using (var to = new ZipArchive(zip, ZipArchiveMode.Create))
        {
            foreach (var (name, text) in entries)
            {
                using var entry = to.CreateEntry(name).Open();
                entry.Write(Bytes(text));
            }
        }

        return zip.ToArray();
    }

    private static List<(string Name, string Text)> Entries(byte[] zip)
    {
        using var from = new ZipArchive(new MemoryStream(zip));
        return [.. from.Entries.Select(e => (e.FullName, new StreamReader(e.Open()).ReadToEnd()))];
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static string Text(byte[] bytes) => Encoding.UTF8.GetString(bytes);
}
