using System.Globalization;
using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using PairingLab.Commander.Core;

namespace PairingLab.Commander.Service;

/// <summary>Sends OTPs by e-mail: SMTP to the server of the site.</summary>
/// <param name="server">Host and port of the server, asked before each e-mail; null while the site has none.</param>
/// <param name="from">The sender's address.</param>
public sealed class SmtpSender(Func<string?> server, string from)
{
    /// <summary>Why nothing is sent where there is no server.</summary>
    public const string NoServer = "The site has no mail server.";

    private const int DefaultPort = 25;

    /// <summary>Real time, since it waits for a program that may be a real one.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Sends one; why it was not sent, null when it was.</summary>
    public async Task<string?> SendAsync(string commander, SiteOtpToMail mail)
    {
        if (server() is not { } address)
        {
            return NoServer;
        }

        using var message = new MimeMessage();
        message.From.Add(new MailboxAddress(commander, from));
        message.To.Add(MailboxAddress.Parse(mail.Address));
        message.Subject = $"One-Time Password of {commander}";
        message.Body = new TextPart("plain")
        {
            Text = string.Create(
                CultureInfo.InvariantCulture, $"The OTP is {mail.Code}. It can be used until {mail.Until.UtcDateTime:HH:mm:ss}."),
        };
        try
        {
            using var client = new SmtpClient { Timeout = (int)Patience.TotalMilliseconds };
            var (host, port) = Parts(address);
            await client.ConnectAsync(host, port, SecureSocketOptions.StartTlsWhenAvailable);
            await client.SendAsync(message);
            await client.DisconnectAsync(quit: true);
            return null;
        }
        catch (Exception e) when (e is IOException or SocketException or TimeoutException or OperationCanceledException
            or ProtocolException or CommandException or AuthenticationException)
        {
            return $"The mail server {address} did not take it: {e.GetBaseException().Message.TrimEnd('.')}.";
        }
    }

    private static (string Host, int Port) Parts(string address) =>
        address.LastIndexOf(':') is var at and > 0 && int.TryParse(address[(at + 1)..], CultureInfo.InvariantCulture, out var port)
            ? (address[..at].Trim('[', ']'), port)
            : (address, DefaultPort);
}
