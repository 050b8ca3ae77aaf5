const fs = require('fs');
const say = (o) => fs.writeSync(3, JSON.stringify(o) + '\n');
say({ready:{node:process.version}});
let text='', buf=Buffer.alloc(65536);
while(!text.includes('\n')){const n=fs.readSync(3,buf); if(!n) process.exit(0); text+=buf.toString('utf8',0,n);}
const job=JSON.parse(text);
(async()=>{
 let error;
 for (const [i,a] of job.actions.entries()){
  say({begin:{action:i}});
  const m={exports:{}}; 
  const log=(...x)=>say({log:{action:i,text:require('util').format(...x)+'\n'}});
  try { new Function('module','exports','require','console',a.code)(m,m.exports,require,{log});
   const t0=performance.now();
   await Object.values(m.exports)[0]({...job.event,secrets:a.secrets},{access:{deny:(r)=>say({call:{action:i,call:'access.deny',args:[r]}})}});
   say({end:{action:i,entry:Object.keys(m.exports)[0],ms:performance.now()-t0,outcome:{denied:'x'}}});
  } catch(e){ error=e; say({end:{action:i,error:{name:e.name,message:e.message,stack:e.stack},outcome:{}}}); break; }
 }
 say({done:{status:error?'partial':'final',outcome:{},cache:[],warnings:[]}});
})();
