using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace PairingLab.Reports.Evidence;

/// <summary>
/// Masks secrets in a kept file: in a text, and in each text inside a zip (a Playwright trace). Binary content stays as it is.
/// </summary>
internal static partial class FileMask
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static byte[] Apply(byte[] content, SecretMask secrets) =>
        content.AsSpan().StartsWith("PK\u0003\u0004"u8) ? Zip(content, secrets) : Entry(content, secrets);

    private static byte[] Zip(byte[] content, SecretMask secrets)
    {
        using var masked = new MemoryStream();
        using (var from = new ZipArchive(new MemoryStream(content), ZipArchiveMode.Read))
        using (var to = new ZipArchive(masked, ZipArchiveMode.Create))
        {
            foreach (var entry in from.Entries)
            {
                using var read = new MemoryStream();
                using (var stream = entry.Open())
                {
                    stream.CopyTo(read);
                }

                using var written = to.CreateEntry(entry.FullName).Open();
                written.Write(Entry(read.ToArray(), secrets));
            }
        }

        return masked.ToArray();
    }

    private static byte[] Entry(byte[] content, SecretMask secrets) => Text(content) switch
    {
        null => content,

        // A number in JSON must not become dots without quotes: the trace could not be read any more.
        ['{' or '[', ..] json => Encoding.UTF8.GetBytes(Literals().Replace(json, literal => secrets.Apply(literal.Value))),
        var text => Encoding.UTF8.GetBytes(secrets.Apply(text)),
    };

    private static string? Text(byte[] content)
    {
        try
        {
            return content.Contains((byte)0) ? null : Strict.GetString(content);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    [GeneratedRegex("""
        "(?:[^"\\]|\\.)*"
        """)]
    private static partial Regex Literals();
}
