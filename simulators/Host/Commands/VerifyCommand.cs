using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PairingLab.Host.Packs;
using Spectre.Console;

namespace PairingLab.Host.Commands;

/// <summary>verify: says offline what a pack is, who made it, and whether a byte of it was changed.</summary>
public sealed class VerifyCommand(LabConsole console)
{
    private readonly Argument<string> pack = new("PACK") { Description = "The pack: a zip, or the folder into which it was unpacked" };
    private readonly Option<string?> signer = new("--signer")
    {
        Description = "The SHA-256 thumbprint of the certificate that must have signed it, as its maker tells you",
        HelpName = "THUMBPRINT",
    };

    /// <summary>The command with its argument.</summary>
    public Command Command()
    {
        var command = new Command("verify", "Says what a pack is, who made it, and whether a byte of it was changed") { pack, signer };
        command.SetAction(parsed => Verify(parsed.GetValue(pack)!, parsed.GetValue(signer)));
        return command;
    }

    private int Verify(string path, string? expected)
    {
        if (!File.Exists(path) && !Directory.Exists(path))
        {
            throw new CommandException($"{path}: there is no such file or folder");
        }

        var state = Pack.Verify(path);
        var changes = state.Changes.ToList();
        console.Say($"what     {state.Manifest.What}");
        var made = state.Manifest.Made.ToUniversalTime().ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);
        console.Say($"made     {made}, {state.Manifest.Tool}");
        if (state.Signer is { } by)
        {
            var thumbprint = by.GetCertHashString(HashAlgorithmName.SHA256);
            console.Say($"signer   {by.GetNameInfo(X509NameType.SimpleName, forIssuer: false)}, certificate {thumbprint}");
            if (expected is not null && !string.Equals(Plain(expected), thumbprint, StringComparison.OrdinalIgnoreCase))
            {
                changes.Insert(0, $"it was not signed by the certificate {expected}");
            }
        }

        foreach (var change in changes)
        {
            console.Say($"CHANGED  {change}", Color.Red);
        }

        if (changes.Count > 0)
        {
            return ExitCode.Failed;
        }

        console.Say($"unchanged: {state.Manifest.Files.Count} files are as they were signed", Color.Green);
        if (expected is null)
        {
            console.Say("         that the certificate is the maker's, ask the maker: --signer THUMBPRINT compares it");
        }

        return ExitCode.Passed;
    }

    private static string Plain(string thumbprint) =>
        thumbprint.Replace(":", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
}
