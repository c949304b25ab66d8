using System.IO.Compression;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using PairingLab.Host.Commands;
using PairingLab.Host.Packs;
using PairingLab.Host.Tests.Commands;

namespace PairingLab.Host.Tests.Packs;

/// <summary>A pack says who made it, and that not a byte was changed; every way to change one is found.</summary>
public sealed class PackTests : IDisposable
{
    private readonly TestFolder folder = new();

    [Fact]
    public async Task A_pack_as_it_was_made_is_unchanged()
    {
        var (pack, signer) = Make();
        var said = await Said.ByAsync("verify", pack);
        said.Code.ShouldBe(ExitCode.Passed, said.Output + said.Errors);
        said.Output.ShouldContain("what     A result");
        said.Output.ShouldContain($"signer   {signer.GetNameInfo(X509NameType.SimpleName, false)}, certificate {Thumbprint(signer)}");
        said.Output.ShouldContain("unchanged: 2 files");
        (await Said.ByAsync("verify", pack, "--signer", Thumbprint(signer).ToLowerInvariant())).Code.ShouldBe(ExitCode.Passed);
    }

    [Fact]
    public async Task A_pack_that_was_unpacked_is_verified_as_a_folder()
    {
        var (pack, _) = Make();
        var unpacked = Path.Combine(folder.Path, "unpacked");
        ZipFile.ExtractToDirectory(pack, unpacked);
        (await Said.ByAsync("verify", unpacked)).Code.ShouldBe(ExitCode.Passed);
        await File.AppendAllTextAsync(Path.Combine(unpacked, "evidence", "picture.png"), "x");
        (await Said.ByAsync("verify", unpacked)).Output.ShouldContain("CHANGED  evidence/picture.png was changed");
    }

    [Theory]
    [InlineData("result.html", "<p>Passed!</p>", "result.html was changed")]
    [InlineData("evidence/picture.png", null, "evidence/picture.png is missing")]
    [InlineData("more.html", "<p>More</p>", "more.html was added")]
    [InlineData("manifest.p7s", "forged", "the signature does not belong to manifest.json")]
    public async Task A_change_is_found(string file, string? text, string found)
    {
        var (pack, _) = Make();
        Change(pack, file, _ => text);
        var said = await Said.ByAsync("verify", pack);
        said.Code.ShouldBe(ExitCode.Failed, said.Output + said.Errors);
        said.Output.ShouldContain($"CHANGED  {found}");
        said.Output.ShouldNotContain("unchanged");
    }

    [Fact]
    public async Task A_changed_manifest_is_not_what_was_signed()
    {
        var (pack, _) = Make();
        Change(pack, "manifest.json", text => text.Replace("A result", "A better result", StringComparison.Ordinal));
        var said = await Said.ByAsync("verify", pack);
        said.Code.ShouldBe(ExitCode.Failed);
        said.Output.ShouldContain("CHANGED  the signature does not belong to manifest.json");
        said.Output.ShouldNotContain("signer");
    }

    [Fact]
    public async Task Another_signer_than_the_one_expected_is_said()
    {
        var (pack, _) = Make();
        var said = await Said.ByAsync("verify", pack, "--signer", new string('0', 64));
        said.Code.ShouldBe(ExitCode.Failed);
        said.Output.ShouldContain("CHANGED  it was not signed by the certificate 0000");
    }

    [Theory]
    [InlineData("nothing here")]
    [InlineData("")]
    public async Task What_is_no_pack_gets_one_clear_line(string text) =>
        (await Said.ByAsync("verify", folder.Write("some.zip", text))).ShouldBeOneClearLine("some.zip", "it is not a pack");

    [Fact]
    public async Task A_pack_that_is_not_there_gets_one_clear_line() =>
        (await Said.ByAsync("verify", "nowhere.zip")).ShouldBeOneClearLine("nowhere.zip");

    [Fact]
    public void The_labs_certificate_is_made_once_and_kept_to_its_owner()
    {
        using var first = LabCertificate.Get(null, folder.Path, TimeProvider.System);
        using var second = LabCertificate.Get(null, folder.Path, TimeProvider.System);
        Thumbprint(second).ShouldBe(Thumbprint(first));
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(Path.Combine(folder.Path, "signing.p12")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    [Fact]
    public void A_given_certificate_that_is_none_gets_one_clear_line() =>
        Should.Throw<CommandException>(() => LabCertificate.Get(folder.Write("mine.p12", "no"), folder.Path, TimeProvider.System))
            .Message.ShouldContain("mine.p12 cannot be read as a PKCS#12 file");

    public void Dispose() => folder.Dispose();

    private (string Pack, X509Certificate2 Signer) Make()
    {
        var packed = Directory.CreateDirectory(Path.Combine(folder.Path, "packed", "evidence")).Parent!.FullName;
        File.WriteAllText(Path.Combine(packed, "result.html"), "<p>Failed</p>");
        File.WriteAllText(Path.Combine(packed, "evidence", "picture.png"), "picture");
        var pack = Path.Combine(folder.Path, "result.zip");
        var signer = LabCertificate.Get(null, folder.Path, TimeProvider.System);
        Pack.Write(packed, pack, "A result", signer, TimeProvider.System);
        return (pack, signer);
    }

    private static string Thumbprint(X509Certificate2 certificate) => certificate.GetCertHashString(HashAlgorithmName.SHA256);

    private static void Change(string pack, string file, Func<string, string?> change)
    {
        using var zip = ZipFile.Open(pack, ZipArchiveMode.Update);
        var old = "";
        if (zip.GetEntry(file) is { } entry)
        {
            using (var reader = new StreamReader(entry.Open()))
            {
                old = reader.ReadToEnd();
            }

            entry.Delete();
        }

        if (change(old) is { } text)
        {
            using var stream = zip.CreateEntry(file).Open();
            stream.Write(Encoding.UTF8.GetBytes(text));
        }
    }
}
