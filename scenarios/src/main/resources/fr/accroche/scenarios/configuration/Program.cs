// Client HTTPS de .NET avec un certificat client ; .NET 9 ou plus récent.
// .NET's HTTPS client with a client certificate; .NET 9 or newer.
// NON ESSAYÉ par accroche, écrit d'après la documentation de .NET · NOT TESTED by accroche, written from .NET's documentation
// dotnet new console, ce fichier à la place de Program.cs · this file in place of Program.cs, dotnet run
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

string password = File.ReadLines({{password-file}}).First();

// Sous Windows, surtout pas EphemeralKeySet : Schannel n'utilise pas une telle clé (F26).
// On Windows no EphemeralKeySet at all: Schannel does not use such a key (F26).
X509Certificate2Collection delivered = X509CertificateLoader.LoadPkcs12CollectionFromFile(
    {{p12}}, password, X509KeyStorageFlags.DefaultKeySet);
X509Certificate2 leaf = delivered.First(certificate => certificate.HasPrivateKey);
X509Certificate2Collection intermediates = new(
    delivered.Where(certificate => !certificate.HasPrivateKey && certificate.Subject != certificate.Issuer).ToArray());

// Ces autorités seulement ; jamais de ServerCertificateCustomValidationCallback qui répond vrai (F40).
// These authorities only; never a ServerCertificateCustomValidationCallback that answers true (F40).
X509ChainPolicy trust = new()
{
    TrustMode = X509ChainTrustMode.CustomRootTrust,
    RevocationMode = X509RevocationMode.NoCheck, // le défaut de HttpClient · HttpClient's default
};
trust.CustomTrustStore.Add(X509CertificateLoader.LoadCertificateFromFile({{trust}}));

// ClientCertificates n'enverrait l'intermédiaire que s'il est dans un magasin de la machine (F27) ; ce contexte l'envoie.
// ClientCertificates would send the intermediate only if a store of the machine holds it (F27); this context sends it.
using SocketsHttpHandler handler = new()
{
    SslOptions = new SslClientAuthenticationOptions
    {
        ClientCertificateContext = SslStreamCertificateContext.Create(leaf, intermediates, offline: true),
        CertificateChainPolicy = trust,
    },
};
using HttpClient client = new(handler);
using HttpResponseMessage response = await client.GetAsync({{url}});
Console.WriteLine((int)response.StatusCode);
Console.WriteLine(await response.Content.ReadAsStringAsync());
